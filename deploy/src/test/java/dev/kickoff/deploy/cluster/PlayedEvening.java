package dev.kickoff.deploy.cluster;

import dev.kickoff.connectors.kafka.TopicWriter;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import dev.kickoff.model.demand.DemandSample;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.simulation.MatchDay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The evening of the final for three services with noise of their own, after four days of history;
 * twenty minutes before kick-off it becomes known that it is half an hour late.
 */
final class PlayedEvening {
  static final Duration MINUTE = Duration.ofMinutes(1);
  static final List<Service> SERVICES =
      List.of(new Service("web"), new Service("shop"), new Service("login"));

  private static final MatchDay DAY = MatchDay.DEFAULT;
  static final Instant ISSUE_FROM = DAY.kickoffAt().minus(Duration.ofMinutes(60));
  static final Instant HALF = DAY.kickoffAt().minus(Duration.ofMinutes(25));
  static final Instant UNTIL = DAY.kickoffAt();
  private static final Instant HISTORY_FROM = ISSUE_FROM.minus(Duration.ofDays(4));

  private PlayedEvening() {}

  /** How many minutes of each service are final once time has reached {@link #UNTIL}. */
  static int finalMinutes() {
    return (int) Duration.between(HISTORY_FROM, UNTIL).toMinutes() - 1;
  }

  /** Near forecasts of each service, both ends included. */
  static int issues() {
    return (int) Duration.between(ISSUE_FROM, UNTIL).toMinutes() + 1;
  }

  static void writeCalendar(TopicWriter writer) {
    long revision = 0;
    Event last = null;
    for (Event event : DAY.events()) {
      last = event;
      writer.send(of(event, Duration.ZERO, event.version().withRevision(++revision)));
    }
    Instant knownAt = DAY.kickoffAt().minus(Duration.ofMinutes(20));
    EventVersion moved =
        new EventVersion(Optional.of(knownAt), 1, ++revision, EventStatus.CONFIRMED);
    writer.send(of(last, Duration.ofMinutes(30), moved));
    writer.flush();
  }

  private static Event of(Event event, Duration later, EventVersion version) {
    return event.movedBy(later).as(version);
  }

  /** Four days of history and the evening's first half. */
  static void writeFirstHalf(TopicWriter writer) {
    write(writer, HISTORY_FROM, HALF);
  }

  static void writeSecondHalf(TopicWriter writer) {
    write(writer, HALF, UNTIL);
  }

  private static void write(TopicWriter writer, Instant from, Instant until) {
    for (Instant at = from; at.isBefore(until); at = at.plus(MINUTE)) {
      for (Service service : SERVICES) {
        double value = new MatchDay(service.name().hashCode()).requestsPerMinuteAt(at);
        writer.send(
            new DemandSample(
                service,
                "lb",
                DemandSample.REQUESTS,
                at,
                MINUTE,
                value,
                DemandUnit.COUNT,
                Map.of()));
      }
      Instant end = at.plus(MINUTE);
      if (!end.isBefore(ISSUE_FROM) || end.getEpochSecond() % 3600 == 0) {
        writer.heartbeat("test", end);
      }
    }
    writer.flush();
  }
}
