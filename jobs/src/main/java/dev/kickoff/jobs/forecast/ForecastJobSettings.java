package dev.kickoff.jobs.forecast;

import dev.kickoff.model.demand.inherit.Lineage;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the job is told when it is submitted.
 *
 * @param bootstrap where the broker is found
 * @param partitions of the per-service topics
 * @param issueFrom no forecast is issued before this; what lies earlier is history
 * @param calendarThrough offset of the last record in the calendar when the job was submitted: no
 *     forecast is issued before it was read; empty when the calendar was empty
 * @param time lateness, corrections and clocks
 * @param issuer makes the issuer of forecasts
 * @param lineage who goes on with whose minutes
 */
public record ForecastJobSettings(
    String bootstrap,
    int partitions,
    Instant issueFrom,
    Optional<Long> calendarThrough,
    TimeRules time,
    IssuerSource issuer,
    Lineage lineage) {

  /** The settings where no service inherits. */
  public ForecastJobSettings(
      String bootstrap,
      int partitions,
      Instant issueFrom,
      Optional<Long> calendarThrough,
      TimeRules time,
      IssuerSource issuer) {
    this(bootstrap, partitions, issueFrom, calendarThrough, time, issuer, Lineage.none());
  }

  /** Prefix of the ids of the transactions that minutes are written in; the same at every start. */
  public static final String TRANSACTIONS = "kickoff-demand-minute";

  /**
   * How the job deals with time.
   *
   * @param outOfOrderness how far a sample may lag behind the newest of its partition
   * @param allowedLateness how long after its end a minute is final
   * @param correctionHorizon how long after its end a sample is still taken as a correction
   * @param maxAhead how far a sample may be ahead of now
   * @param nowFrom what tells the time to judge {@code maxAhead} by
   * @param idleness a partition silent for this long, on the wall clock, no longer holds time back;
   *     empty (the rule when recorded demand is played) waits for it
   * @param maxCatchUp a forecast that comes later than this, in event time, is superseded and left
   *     out; empty issues each of them
   */
  public record TimeRules(
      Duration outOfOrderness,
      Duration allowedLateness,
      Duration correctionHorizon,
      Duration maxAhead,
      NowFrom nowFrom,
      Optional<Duration> idleness,
      Optional<Duration> maxCatchUp) {

    /** The rules when recorded demand is played. */
    public static TimeRules playing() {
      return new TimeRules(
          Duration.ZERO,
          Duration.ofMinutes(1),
          Duration.ofHours(6),
          Duration.ofHours(1),
          NowFrom.HEARTBEATS,
          Optional.empty(),
          Optional.empty());
    }

    /** The rules in real time. */
    public static TimeRules live() {
      return new TimeRules(
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofHours(6),
          Duration.ofHours(1),
          NowFrom.BROKER,
          Optional.of(Duration.ofSeconds(30)),
          Optional.of(Duration.ofMinutes(10)));
    }

    SampleClock clock() {
      return new SampleClock(outOfOrderness.toMillis(), maxAhead.toMillis(), nowFrom);
    }
  }

  /** The milliseconds that travel with the operators that read samples. */
  record SampleClock(long outOfOrdernessMillis, long maxAheadMillis, NowFrom nowFrom)
      implements Serializable {}

  /** Whose word is taken for what time it is, when a sample claims to be from later. */
  public enum NowFrom {
    /** The newest heartbeat in the sample's partition; before the first nothing is refused. */
    HEARTBEATS,
    /** The broker's clock, when it took the sample in. */
    BROKER
  }
}
