package dev.kickoff.jobs.local;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.TopicEnd;
import dev.kickoff.connectors.kafka.TopicWriter;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.model.demand.DemandSample;
import dev.kickoff.model.demand.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Plays a recording into Kafka as collectors would have written it.
 *
 * <p>A reading is written when its period is over, an event when it became known, and every whole
 * minute all partitions are told how far the recording has come. A new start goes on after what
 * stands in the broker; the readings around that point are written twice, which deduplication
 * undoes.
 */
public final class DemandPlayer {
  private static final String SOURCE = "player";
  private static final Duration CHUNK = Duration.ofHours(1);
  private static final long LOOK_BACK = 20_000;

  private final Recording recording;
  private final TopicWriter writer;
  private final MinuteTap tap;
  private final CalendarPublisher calendar;
  private Instant playedThrough;

  /** Whoever measures the same demand beside Kickoff, as a group's own alarm does. */
  public interface MinuteTap {
    /** Says what the minute that ended at {@code minuteEnd} brought, in requests per minute. */
    void observe(Service service, Instant minuteEnd, double requestsPerMinute);
  }

  /** A player that goes on where the broker says the last one stopped. */
  public DemandPlayer(Recording recording, String bootstrap, TopicWriter writer, MinuteTap tap) {
    this.recording = recording;
    this.writer = writer;
    this.tap = tap;
    this.playedThrough =
        lastHeartbeat(bootstrap).orElse(recording.start().truncatedTo(ChronoUnit.MINUTES));
    this.calendar = new CalendarPublisher(bootstrap, writer);
    calendar.offer(new CalendarReading(recording.calendar(), OptionalInt.empty()));
  }

  /** How far every partition is known to have been told of the recording; empty before that. */
  private static Optional<Instant> lastHeartbeat(String bootstrap) {
    Map<Integer, Instant> through = new HashMap<>();
    Set<Integer> partitions = new HashSet<>();
    TopicEnd.offsets(bootstrap, Topics.DEMAND_SAMPLE, 0)
        .keySet()
        .forEach(partition -> partitions.add(partition.partition()));
    TopicEnd.read(
        bootstrap,
        Topics.DEMAND_SAMPLE,
        LOOK_BACK,
        record ->
            Json.decodeIfWellFormed(record.value(), DemandSample.class)
                .filter(DemandPlayer::isOwnHeartbeat)
                .ifPresent(
                    beat ->
                        through.merge(
                            record.partition(), beat.until(), (a, b) -> a.isAfter(b) ? a : b)));
    return through.keySet().equals(partitions)
        ? through.values().stream().min(Instant::compareTo)
        : Optional.empty();
  }

  private static boolean isOwnHeartbeat(DemandSample sample) {
    return sample.name().equals(DemandSample.HEARTBEAT) && sample.source().equals(SOURCE);
  }

  /** Publishes what is new in the calendar at {@code now}, or has become known. */
  public void publishCalendar(Instant now) {
    calendar.publish(now);
  }

  /** What keeps the calendar topic at what the calendar files say. */
  public CalendarPublisher calendar() {
    return calendar;
  }

  /** Plays on to the last whole minute at or before {@code now}, an hour at a time. */
  public void playTo(Instant now) {
    Instant goal = now.truncatedTo(ChronoUnit.MINUTES);
    while (playedThrough.isBefore(goal)) {
      Instant next = playedThrough.plus(CHUNK);
      Instant through = next.isBefore(goal) ? next : goal;
      for (DemandSample sample : recording.endedWithin(playedThrough, through)) {
        writer.send(sample);
      }
      recording.minutesEndedWithin(playedThrough, through, tap);
      writer.heartbeat(SOURCE, through);
      playedThrough = through;
    }
  }

  /** Tells every partition again how far it has come, so that a resumed job moves at once. */
  public void repeatHeartbeat() {
    writer.heartbeat(SOURCE, playedThrough);
  }
}
