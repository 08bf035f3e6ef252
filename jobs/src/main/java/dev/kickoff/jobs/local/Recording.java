package dev.kickoff.jobs.local;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSample;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.DemandSignals;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.demand.MinuteSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.demand.ServiceMasks;
import dev.kickoff.model.demand.inherit.Lineage;
import dev.kickoff.model.demand.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Recorded demand and its calendar, ready to be played.
 *
 * <p>Readings coarser than a minute are held for each of their minutes.
 */
public final class Recording {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String SOURCE = "player";

  private final Map<Service, DemandSeries> series = new TreeMap<>();
  private final Map<Service, DemandSeries> minutes = new TreeMap<>();
  private final Map<Service, DemandSignals> signals = new TreeMap<>();
  private final DemandUnit unit;
  private final EventCalendar calendar;
  private final CalendarFeed feed;
  private final ServiceMasks masks;
  private final Lineage lineage;

  /**
   * What is known beside the demand.
   *
   * @param feed where {@code calendar} came from
   * @param masks what operators say must not be learnt
   * @param lineage who goes on with whose minutes
   * @param signals what was measured of a service beside its demand
   */
  public record Known(
      EventCalendar calendar,
      CalendarFeed feed,
      ServiceMasks masks,
      Lineage lineage,
      Map<Service, DemandSignals> signals) {
    /** What is known where nothing was measured beside the demand. */
    public Known(EventCalendar calendar, CalendarFeed feed, ServiceMasks masks, Lineage lineage) {
      this(calendar, feed, masks, lineage, Map.of());
    }
  }

  /**
   * @param series readings by service, each in steps of its own, in {@code unit}; at least one
   */
  public Recording(Map<Service, DemandSeries> series, DemandUnit unit, EventCalendar calendar) {
    this(series, unit, new Known(calendar, CalendarFeed.NONE, ServiceMasks.none(), Lineage.none()));
  }

  /**
   * @param series readings by service, each in steps of its own, in {@code unit}; at least one
   */
  public Recording(Map<Service, DemandSeries> series, DemandUnit unit, Known known) {
    EventCalendar calendar = known.calendar();
    this.feed = known.feed();
    this.masks = known.masks();
    this.lineage = known.lineage();
    boolean fine = series.values().stream().allMatch(s -> s.step().compareTo(MINUTE) < 0);
    this.unit = fine ? unit : DemandUnit.RPM;
    this.calendar = calendar;
    series.forEach((service, s) -> minutes.put(service, MinuteSeries.of(s, unit)));
    this.series.putAll(fine ? series : minutes);
    known.signals().forEach((service, told) -> signals.put(service, told.byMinute()));
  }

  public EventCalendar calendar() {
    return calendar;
  }

  /** What operators say must not be learnt. */
  public ServiceMasks masks() {
    return masks;
  }

  /** Who goes on with whose minutes. */
  public Lineage lineage() {
    return lineage;
  }

  /** Where the calendar came from, to be read again when it changes. */
  public CalendarFeed feed() {
    return feed;
  }

  /** The demand of a service by the minute, in requests per minute. */
  public DemandSeries minutes(Service service) {
    DemandSeries found = minutes.get(service);
    if (found == null) {
      throw new IllegalArgumentException(
          "no demand of service '" + service + "' was recorded, only of " + minutes.keySet());
    }
    return found;
  }

  /** The services it has demand of, by name. */
  public List<Service> services() {
    return List.copyOf(series.keySet());
  }

  /** Start of the first reading. */
  public Instant start() {
    return series.values().stream().map(DemandSeries::start).min(Instant::compareTo).orElseThrow();
  }

  /** End, exclusive, of the last reading. */
  public Instant until() {
    return series.values().stream().map(DemandSeries::until).max(Instant::compareTo).orElseThrow();
  }

  /**
   * The readings that ended within ({@code after}, {@code through}], in the order they ended; of
   * those that ended together signals come first, so that they ride with the demand.
   */
  List<DemandSample> endedWithin(Instant after, Instant through) {
    List<DemandSample> samples = new ArrayList<>();
    Span span = new Span(after, through);
    signals.forEach(
        (service, told) -> {
          readings(service, Signal.ERROR_SHARE, told.errorRate(), span).forEach(samples::add);
          readings(service, Signal.LATENCY_MS, told.latencyMs(), span).forEach(samples::add);
          readings(service, Signal.CPU, told.cpu(), span).forEach(samples::add);
        });
    series.forEach(
        (service, s) ->
            span.steps(s)
                .mapToObj(i -> sample(service, DemandSample.REQUESTS, s, i))
                .forEach(samples::add));
    samples.sort(Comparator.comparing(DemandSample::until));
    return samples;
  }

  private Stream<DemandSample> readings(
      Service service, Signal signal, Optional<DemandSeries> series, Span span) {
    return series.stream()
        .flatMap(s -> span.steps(s).mapToObj(i -> sample(service, signal.sampleName(), s, i)));
  }

  private record Span(Instant after, Instant through) {
    /** The known steps that ended within it. */
    IntStream steps(DemandSeries series) {
      int first = Math.max(0, series.indexOf(after.minus(series.step())) + 1);
      return IntStream.range(first, series.size())
          .takeWhile(i -> !series.timeAt(i + 1).isAfter(through))
          .filter(series::isPresent);
    }
  }

  /** Tells the tap of every minute that ended within ({@code after}, {@code through}]. */
  void minutesEndedWithin(Instant after, Instant through, DemandPlayer.MinuteTap tap) {
    for (Instant end = after.plus(MINUTE); !end.isAfter(through); end = end.plus(MINUTE)) {
      Instant minuteEnd = end;
      minutes.forEach(
          (service, s) ->
              s.at(minuteEnd.minus(MINUTE)).ifPresent(rpm -> tap.observe(service, minuteEnd, rpm)));
    }
  }

  private DemandSample sample(Service service, String name, DemandSeries s, int i) {
    return new DemandSample(
        service, SOURCE, name, s.timeAt(i), s.step(), s.value(i), unit, Map.of());
  }
}
