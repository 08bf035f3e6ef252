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

  /** Lets everything through. */
  default Verdict pass(int proposed, String reason) {
    return new Verdict(name(), proposed, proposed, reason);
  }

  /** Lets nothing fall below what stands. */
  default Verdict hold(int proposed, Situation situation, ControlMemory memory, String reason) {
    int standing = Controller.floorBefore(situation, memory);
    return new Verdict(
        name(), proposed, Math.max(proposed, standing), reason + ", so nothing is lowered");
  }

  /** Lets nothing rise above {@code most} hosts. */
  default Verdict cap(int proposed, int most, String reason) {
    return new Verdict(name(), proposed, Math.min(proposed, most), reason);
  }

  /** Lets nothing fall below {@code least} hosts. */
  default Verdict lift(int proposed, int least, String reason) {
    return new Verdict(name(), proposed, Math.max(proposed, least), reason);
  }
}
