package dev.kickoff.jobs.proof.world;

/** The ledger does not take a page: a newer leader has taken over, or it cannot be reached. */
public final class LedgerLostException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public LedgerLostException(String why) {
    super(why);
  }
}
