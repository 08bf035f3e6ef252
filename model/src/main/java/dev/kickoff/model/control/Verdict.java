package dev.kickoff.model.control;

/**
 * A guardrail's answer.
 *
 * @param guardrail its name
 * @param proposed the floor it was asked about, in hosts
 * @param allowed the floor it lets through, in hosts
 * @param reason why, in one line, also when it lets everything through
 */
public record Verdict(String guardrail, int proposed, int allowed, String reason) {
  /** Whether the guardrail changed what was proposed. */
  public boolean intervened() {
    return proposed != allowed;
  }
}
