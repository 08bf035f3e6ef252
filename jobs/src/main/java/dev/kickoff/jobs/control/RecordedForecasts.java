package dev.kickoff.jobs.control;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.TopicEnd;
import dev.kickoff.connectors.kafka.TopicTail.Isolation;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.MinuteCode;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.demand.inherit.Inheritance;
import dev.kickoff.model.demand.inherit.Lineage;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastIssuer;
import dev.kickoff.model.forecast.ForecastRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The forecasts of a live run, issued once more from what its topics hold.
 *
 * <p>A forecast at T depends on the minutes that had been emitted by T and on the calendar revision
 * that it names; both stand in the topics, so the same bytes must come out. Forecasts are upserts:
 * of several for one T, as a kill between two checkpoints leaves them, the last one counts. Those
 * issued after the last minute that was committed are left out: what they knew is not recorded.
 */
public final class RecordedForecasts {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Service service;
  private final ForecastIssuer issuer;
  private final Optional<Service> ancestor;
  private final Emitted own = new Emitted();
  private final Emitted ancestors = new Emitted();
  private final NavigableMap<String, byte[]> forecasts = new TreeMap<>();
  private final List<Event> events = new ArrayList<>();
  private Instant committedThrough = Instant.MIN;
  private long issued;
  private long agreeing;
  private Optional<String> firstDifference = Optional.empty();

  /**
   * @param lineage who went on with whose minutes
   */
  public RecordedForecasts(Service service, ForecastIssuer issuer, Lineage lineage) {
    this.service = service;
    this.issuer = issuer;
    this.ancestor = lineage.ancestorOf(service);
  }

  /** Reads the topics to their end and issues every forecast of the service again. */
  public RecordedRun.Outcome issueAgain(String bootstrap) {
    TopicEnd.readAll(
        bootstrap,
        Topics.DEMAND_MINUTE,
        Isolation.READ_COMMITTED,
        record -> {
          MinuteDemand minute = Json.decode(record.value(), MinuteDemand.class);
          if (minute.service().equals(service)) {
            own.minutes.add(minute);
            committedThrough =
                minute.emittedAt().isAfter(committedThrough)
                    ? minute.emittedAt()
                    : committedThrough;
          } else if (ancestor.filter(minute.service()::equals).isPresent()) {
            ancestors.minutes.add(minute);
          }
        });
    TopicEnd.readAll(
        bootstrap,
        Topics.CALENDAR_EVENT,
        Isolation.READ_COMMITTED,
        record -> Json.decodeIfWellFormed(record.value(), Event.class).ifPresent(events::add));
    TopicEnd.readAll(bootstrap, Topics.FORECAST_HISTORY, Isolation.READ_COMMITTED, this::remember);
    forecasts.values().forEach(this::compare);
    return new RecordedRun.Outcome(issued, agreeing, firstDifference);
  }

  private void remember(ConsumerRecord<byte[], byte[]> record) {
    DemandForecast forecast = Json.decode(record.value(), DemandForecast.class);
    if (forecast.service().equals(service) && !forecast.issuedAt().isAfter(committedThrough)) {
      forecasts.put(forecast.issuedAt() + " " + forecast.kind(), record.value());
    }
  }

  private void compare(byte[] recorded) {
    DemandForecast forecast = Json.decode(recorded, DemandForecast.class);
    issued++;
    byte[] again = Json.encode(again(forecast));
    if (Arrays.equals(again, recorded)) {
      agreeing++;
    } else if (firstDifference.isEmpty()) {
      firstDifference =
          Optional.of(
              "the "
                  + forecast.kind()
                  + " forecast at "
                  + forecast.issuedAt()
                  + " is another one when issued again");
    }
  }

  private DemandForecast again(DemandForecast forecast) {
    Instant at = forecast.issuedAt();
    EventCalendar calendar = EventCalendar.of(events).asKnownBy(at, forecast.calendarRevision());
    DemandSeries known = own.knownAt(at);
    Optional<Inheritance> left = left(at, known);
    ForecastRequest request =
        new ForecastRequest(
            at,
            forecast.resolution(),
            forecast.kind().horizon(),
            left.map(each -> each.joined(known)).orElse(known),
            calendar);
    DemandForecast again = issuer.issue(service, forecast.kind(), request);
    return left.map(each -> again.adding(each.note(known))).orElse(again);
  }

  /** What the job had of the ancestor: its minutes before the first own one. */
  private Optional<Inheritance> left(Instant at, DemandSeries known) {
    int first = known.firstKnown();
    return ancestor
        .map(
            of -> {
              DemandSeries all = ancestors.knownAt(at);
              return new Inheritance(
                  of, first < known.size() ? all.before(known.timeAt(first)) : all);
            })
        .filter(each -> each.demand().known() > 0);
  }

  /** The minutes of one service in the order they were emitted, and what they had told so far. */
  private static final class Emitted {
    private final LinkedList<MinuteDemand> minutes = new LinkedList<>();
    private Optional<DemandSeries.Builder> history = Optional.empty();

    DemandSeries knownAt(Instant at) {
      for (Iterator<MinuteDemand> next = minutes.iterator(); next.hasNext(); ) {
        MinuteDemand minute = next.next();
        if (!minute.emittedAt().isAfter(at)) {
          if (history.isEmpty()) {
            history = Optional.of(DemandSeries.builder(minute.minute(), MINUTE));
          }
          history.get().set(minute.minute(), MinuteCode.rounded(minute.requestsPerMinute()));
          next.remove();
        }
      }
      return history
          .map(h -> h.extendTo(at).build().before(at))
          .orElseGet(() -> DemandSeries.empty(at, MINUTE));
    }
  }
}
