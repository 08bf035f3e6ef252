package dev.kickoff.connectors.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The names and settings of every topic.
 *
 * <p>Every topic stamps records with the broker's clock, so that retention never deletes recorded
 * demand for its age: event time lives in the payload only.
 */
public final class Topics {
  public static final String DEMAND_SAMPLE = "kickoff.demand.sample.v1";
  public static final String DEMAND_MINUTE = "kickoff.demand.minute.v1";
  public static final String CALENDAR_EVENT = "kickoff.calendar.event.v1";
  public static final String FORECAST_CURRENT = "kickoff.forecast.current.v1";
  public static final String FORECAST_HISTORY = "kickoff.forecast.history.v1";
  public static final String PLAN_HEAD = "kickoff.plan.head.v1";
  public static final String FLEET_STATE = "kickoff.fleet.state.v1";
  public static final String DECISION_ENTRY = "kickoff.decision.entry.v1";
  public static final String ACTUATION_INTENT = "kickoff.actuation.intent.v1";
  public static final String OVERRIDE_INSTRUCTION = "kickoff.override.instruction.v1";
  public static final String AUDIT_ENTRY = "kickoff.audit.entry.v1";
  public static final String REVIEW_REQUEST = "kickoff.review.request.v1";
  public static final String DEAD_DEMAND_SAMPLE = "kickoff.dead-letter.demand-sample.v1";
  public static final String DEAD_CALENDAR_EVENT = "kickoff.dead-letter.calendar-event.v1";
  public static final String DEAD_WEBHOOK = "kickoff.dead-letter.webhook.v1";

  /** Partitions of every per-service topic, where nothing else is asked for. */
  public static final int DEFAULT_PARTITIONS = 2;

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration YEARS = Duration.ofDays(1098);

  private Topics() {}

  /**
   * One topic as it must be.
   *
   * @param partitions how many, at least 1
   * @param settings topic settings that differ from the broker's defaults
   */
  public record TopicSpec(String name, int partitions, Map<String, String> settings) {
    public TopicSpec {
      settings = Map.copyOf(settings);
    }
  }

  /**
   * Every topic, with {@code perService} partitions for those that are partitioned by service; the
   * calendar, the overrides and the reviews, which every instance reads whole, have one.
   */
  public static List<TopicSpec> all(int perService) {
    return List.of(
        new TopicSpec(DEMAND_SAMPLE, perService, kept(WEEK)),
        new TopicSpec(DEMAND_MINUTE, perService, kept(MONTH.multipliedBy(13))),
        new TopicSpec(CALENDAR_EVENT, 1, compacted(MONTH)),
        new TopicSpec(FORECAST_CURRENT, perService, compacted(Duration.ZERO)),
        new TopicSpec(FORECAST_HISTORY, perService, kept(WEEK)),
        new TopicSpec(PLAN_HEAD, perService, compacted(Duration.ZERO)),
        new TopicSpec(FLEET_STATE, perService, compacted(Duration.ZERO)),
        new TopicSpec(DECISION_ENTRY, perService, kept(YEARS)),
        new TopicSpec(ACTUATION_INTENT, perService, kept(YEARS)),
        new TopicSpec(OVERRIDE_INSTRUCTION, 1, compacted(Duration.ZERO)),
        new TopicSpec(AUDIT_ENTRY, 1, kept(YEARS)),
        new TopicSpec(REVIEW_REQUEST, 1, compacted(Duration.ZERO)),
        new TopicSpec(DEAD_DEMAND_SAMPLE, perService, kept(MONTH)),
        new TopicSpec(DEAD_CALENDAR_EVENT, 1, kept(MONTH)),
        new TopicSpec(DEAD_WEBHOOK, 1, kept(MONTH)));
  }

  private static Map<String, String> kept(Duration retention) {
    return Map.of(
        "cleanup.policy", "delete",
        "retention.ms", String.valueOf(retention.toMillis()),
        "message.timestamp.type", "LogAppendTime");
  }

  /** Old versions stay readable for {@code lag} at least: the calendar is asked what it said. */
  private static Map<String, String> compacted(Duration lag) {
    return Map.of(
        "cleanup.policy", "compact",
        "min.compaction.lag.ms", String.valueOf(lag.toMillis()),
        "message.timestamp.type", "LogAppendTime");
  }
}
