package dev.kickoff.model.control;

import java.util.Optional;

/**
 * A guardrail's answer.
 *
 * @param guardrail its name
 * @param proposed the floor it was asked about, in hosts
 * @param allowed the floor it lets through, in hosts
 * @param reason why, in one line, also when it lets everything through
 * @param alarm what a person must look at, in one line; empty when nobody needs to be called
 */
public record Verdict(
    String guardrail, int proposed, int allowed, String reason, Optional<String> alarm) {
  /** A verdict that calls nobody. */
  public Verdict(String guardrail, int proposed, int allowed, String reason) {
    this(guardrail, proposed, allowed, reason, Optional.empty());
  }

  /** The same verdict, calling a person with its reason. */
  public Verdict alarming() {
    return new Verdict(guardrail, proposed, allowed, reason, Optional.of(reason));
  }

  /** The same answer to another question. */
  public Verdict asked(int about) {
    return new Verdict(guardrail, about, allowed, reason, alarm);
  }

  /** Whether the guardrail changed what was proposed. */
  public boolean intervened() {
    return proposed != allowed;
  }
}
