package dev.kickoff.model.simulation.gate;

import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.simulation.IssuedForecasts;
import dev.kickoff.model.simulation.ReplayInput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A source of forecasts that keeps, for each minute, the p99 that was forecast early enough for a
 * host to boot: issued a lead time (its p95) and three minutes before.
 *
 * <p>The three minutes are the planner's margin and the minute a forecast waits for its data. The
 * near forecast says it as far as it reaches, the far one beyond.
 */
public final class PromisedDemand implements IssuedForecasts.Source {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration BEFORE = Duration.ofMinutes(3);
  private static final Duration DAY = Duration.ofDays(1);

  private final IssuedForecasts.Source source;
  private final ReplayInput input;
  private final Duration ahead;
  private final long[] minutes;
  private final long[] exceeded;
  private Instant next;
  private Optional<DemandForecast> far = Optional.empty();

  /** Keeps what {@code source} promises of the timeline of {@code input}. */
  public PromisedDemand(IssuedForecasts.Source source, ReplayInput input) {
    LeadTime lead = input.group().leadTime();
    long whole = (lead.p95().toMillis() + MINUTE.toMillis() - 1) / MINUTE.toMillis();
    this.source = source;
    this.input = input;
    this.ahead = MINUTE.multipliedBy(whole).plus(BEFORE);
    int days = (int) ((input.rows() * MINUTE.toMillis() + DAY.toMillis() - 1) / DAY.toMillis());
    this.minutes = new long[days];
    this.exceeded = new long[days];
    this.next = Instant.MIN;
  }

  @Override
  public IssuedForecasts at(Instant minute) {
    IssuedForecasts issued = source.at(minute);
    if (minute.isAfter(next)) {
      next = minute;
      far = issued.far().or(() -> far);
      compare(issued.near(), minute.plus(ahead));
    }
    return issued;
  }

  private void compare(DemandForecast near, Instant minute) {
    OptionalDouble demand = input.minutes().at(minute);
    Optional<ForecastStep> step =
        near.stepAt(minute).or(() -> far.flatMap(forecast -> forecast.stepAt(minute)));
    boolean counts = !minute.isBefore(input.from()) && minute.isBefore(input.until());
    if (counts && demand.isPresent() && step.isPresent()) {
      int day = (int) Duration.between(input.from(), minute).dividedBy(DAY);
      minutes[day]++;
      exceeded[day] += demand.getAsDouble() > step.get().peak().p99() ? 1 : 0;
    }
  }

  /** How long before a minute its promise was issued. */
  public Duration ahead() {
    return ahead;
  }

  /** The days of the timeline so far, of 24 hours from its start, oldest first. */
  public List<DayShortfall> days() {
    List<DayShortfall> days = new ArrayList<>();
    for (int i = 0; i < minutes.length; i++) {
      days.add(new DayShortfall(minutes[i], exceeded[i]));
    }
    return days;
  }
}
