package dev.kickoff.model.control;

/**
 * What a decision does to a group's floor, in hosts.
 *
 * @param from the floor before it
 * @param wanted what the plan asks for, before any guardrail
 * @param to the floor after it
 */
public record FloorChange(int from, int wanted, int to) {
  /** What happens to the floor. */
  public enum Action {
    RAISE,
    HOLD,
    LOWER
  }

  public Action action() {
    return to > from ? Action.RAISE : to < from ? Action.LOWER : Action.HOLD;
  }
}
