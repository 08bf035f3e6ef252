package dev.kickoff.jobs.proof.world;

import dev.kickoff.jobs.proof.story.VirtualTime;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.override.OverrideBook;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What had reached a controller, kept beside its own inbox and without its code, so that an
 * invariant need not believe what the controller says it saw.
 */
public final class Known {
  private static final int ZEROS = 3;
  private static final double WHOLE = 0.95;
  private static final int NEAR_FRESH = 240;
  private static final int DEMAND_FRESH = 200;

  private final NavigableMap<Instant, MinuteDemand> minutes = new TreeMap<>();
  private Optional<Instant> nearIssuedAt = Optional.empty();
  private EventCalendar calendar = EventCalendar.empty();
  private OverrideBook overrides = OverrideBook.empty();
  private long planKnows;
  private boolean hasFarForecast;

  /** Takes in a record. */
  public void take(Reading reading) {
    if (reading instanceof Reading.Minute minute) {
      minutes.put(minute.demand().minute(), minute.demand());
    } else if (reading instanceof Reading.Forecast forecast) {
      hasFarForecast |= forecast.forecast().kind() == ForecastKind.FAR;
      boolean near = forecast.forecast().kind() == ForecastKind.NEAR;
      Instant issued = forecast.forecast().issuedAt();
      if (near && !nearIssuedAt.filter(issued::isBefore).isPresent()) {
        nearIssuedAt = Optional.of(issued);
        planKnows = forecast.forecast().calendarRevision();
      }
    } else if (reading instanceof Reading.Edit edit) {
      calendar = calendar.with(edit.version());
    } else if (reading instanceof Reading.Order order) {
      overrides = overrides.with(order.override());
    }
  }

  /** Whether any far forecast had reached it, and with it what that tells of the past. */
  public boolean hasFarForecast() {
    return hasFarForecast;
  }

  public EventCalendar calendar() {
    return calendar;
  }

  public OverrideBook overrides() {
    return overrides;
  }

  /** Whether the newest near forecast was made before the newest calendar edit. */
  public boolean forecastIsOlderThanCalendar() {
    return planKnows < calendar.revision();
  }

  /** The highest of the newest so many minutes of the hour up to a second; empty without any. */
  public OptionalDouble highest(long second, int newest) {
    Instant until = VirtualTime.instantOf(Math.floorDiv(second, 60) * 60);
    return minutes
        .subMap(until.minusSeconds(3_600), true, until, false)
        .descendingMap()
        .values()
        .stream()
        .limit(newest)
        .mapToDouble(MinuteDemand::requestsPerMinute)
        .max();
  }

  /** The newest minute, up to a second; empty before the first. */
  public Optional<MinuteDemand> newest(long second) {
    return Optional.ofNullable(minutes.floorEntry(VirtualTime.instantOf(second - 60)))
        .map(e -> e.getValue());
  }

  /** Why what is known must not lower a floor at a second; empty when nothing speaks against it. */
  public Optional<String> doubtAt(long second) {
    Instant now = VirtualTime.instantOf(second);
    Optional<MinuteDemand> newest = newest(second);
    if (nearIssuedAt.filter(at -> !at.plusSeconds(NEAR_FRESH).isBefore(now)).isEmpty()) {
      return Optional.of("no near forecast for four minutes");
    }
    if (newest.filter(m -> !m.minute().plusSeconds(DEMAND_FRESH).isBefore(now)).isEmpty()) {
      return Optional.of("no demand for a minute past its time");
    }
    if (newest.get().completeness() < WHOLE) {
      return Optional.of("half of the sources are silent");
    }
    return newest.get().requestsPerMinute() == 0 && zeros(newest.get().minute())
        ? Optional.of("demand reads zero and did not before")
        : Optional.empty();
  }

  private boolean zeros(Instant newest) {
    Instant hourAgo = newest.minusSeconds(3_540);
    List<MinuteDemand> hour = List.copyOf(minutes.subMap(hourAgo, true, newest, true).values());
    int from = hour.size() - ZEROS;
    return from > 0
        && hour.subList(from, hour.size()).stream().allMatch(m -> m.requestsPerMinute() == 0)
        && hour.subList(0, from).stream().anyMatch(m -> m.requestsPerMinute() > 0);
  }
}
