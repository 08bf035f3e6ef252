package dev.kickoff.jobs.api.read;

import dev.kickoff.jobs.api.read.Documents.DecisionSummary;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.forecast.BucketChoice;
import dev.kickoff.model.forecast.EventOutlook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a decision is as it is, for a person.
 *
 * @param inputs what it was made of, each with its age at the decision
 * @param offsets what had been read: the next offset by topic/partition; empty where not kept
 * @param forecast that the plan was made of; empty where it is no longer kept
 * @param outcome of the call to the fleet; empty where none was made
 * @param otherwise what would have happened in other circumstances
 * @param permalink path of this explanation
 * @param whole the decision as it stands in its topic, with every guardrail's verdict
 */
public record Explanation(
    DecisionSummary decision,
    List<Input> inputs,
    Map<String, Long> offsets,
    Optional<Belief> forecast,
    Optional<Outcome> outcome,
    List<Otherwise> otherwise,
    String permalink,
    Decision whole) {

  /**
   * Something that was seen.
   *
   * @param at of the newest part of it; empty where it has no time
   * @param ageSeconds at the decision
   * @param value in words, with units
   */
  public record Input(
      String name, Optional<Instant> at, Optional<Double> ageSeconds, String value) {}

  /**
   * What was believed of demand.
   *
   * @param error how well such forecasts held then; empty while too few were judged
   * @param passedOver methods that were tried first, each with what it lacked
   * @param choices which method was chosen for which horizon, with the losses
   * @param similar events that act, with the past events they resemble and their weights
   */
  public record Belief(
      Instant issuedAt,
      String method,
      String reason,
      Optional<String> error,
      List<String> passedOver,
      List<BucketChoice> choices,
      List<EventOutlook> similar) {}

  /**
   * What came of the call.
   *
   * @param result in lower case; {@code intended} while it is under way
   * @param requestId of the fleet's owner; empty for a call that was not done
   * @param detail why not; empty for a call that was done
   * @param observedMin the floor as read afterwards
   */
  public record Outcome(
      String result,
      Optional<String> requestId,
      Optional<String> detail,
      Optional<Integer> observedMin) {}

  /**
   * What would have happened.
   *
   * @param without what is thought away: {@code kickoff}, or a guardrail's name
   * @param hosts the floor there would be, or that would be asked for next
   */
  public record Otherwise(String without, int hosts, String sentence) {}
}
