package dev.kickoff.jobs.proof.world;

/** The end of a simulated process where it stands: nothing of it is carried out any more. */
public final class Killed extends Error {
  private static final long serialVersionUID = 1L;

  public Killed() {
    super("killed", null, false, false);
  }
}
