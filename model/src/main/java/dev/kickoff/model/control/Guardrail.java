package dev.kickoff.model.control;

/** A rule that every proposed floor must pass; it answers with a reason and never throws. */
public interface Guardrail {
  /** Its stable name, as shown in trails. */
  String name();

  /**
   * What it lets through of {@code proposed} hosts.
   *
   * @param memory what was decided before this tick
   */
  Verdict check(int proposed, Situation situation, ControlMemory memory);
}
