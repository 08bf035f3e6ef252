package dev.kickoff.model.forecast.accuracy;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scores of one service's forecasts as they are made, by horizon, overall and around events,
 * beside those of other methods on exactly the same steps.
 *
 * <p>Three plain forecasts always take part: the last value, and demand of a day and of a week
 * before, each with the quantiles of its own errors before the first cutoff. Around events means
 * what {@link Where} says.
 */
public final class Scoreboard {
  private static final Duration BEFORE_EVENT = Duration.ofMinutes(30);
  private static final Duration AFTER_START = Duration.ofMinutes(150);
  private static final Duration DAY = Duration.ofDays(1);
  private static final double[] NOTHING = {};

  private final DemandSeries truth;
  private final List<Event> events;
  private final List<Duration> horizons;
  private final List<PlainPeer> plain;
  private final Optional<Double> scale;
  private final List<ScoreTally> overall = new ArrayList<>();
  private final List<ScoreTally> aroundEvents = new ArrayList<>();
  private final MethodTable table;

  /**
   * @param truth what came, in the forecasts' steps
   * @param calendar all events, also those that became known late
   * @param firstCutoff the plain forecasts learn from before it
   * @param horizons how far ahead to score, each from the cutoff on, rising
   */
  public Scoreboard(
      DemandSeries truth, EventCalendar calendar, Instant firstCutoff, List<Duration> horizons) {
    this.truth = truth;
    this.events = calendar.events();
    this.horizons = List.copyOf(horizons);
    long reach = horizons.stream().mapToLong(Duration::toMillis).max().orElse(0);
    PlainPeer.Scope scope = new PlainPeer.Scope(truth, firstCutoff, reach);
    this.plain =
        List.of(
            PlainPeer.seasonal("plain-day-before", DAY, scope),
            PlainPeer.seasonal("plain-week-before", DAY.multipliedBy(7), scope),
            PlainPeer.lastValue("plain-last-value", scope));
    this.scale = dailyDifference(truth, firstCutoff);
    this.table = new MethodTable(this.horizons, scale);
    for (int i = 0; i < horizons.size(); i++) {
      overall.add(new ScoreTally(2));
      aroundEvents.add(new ScoreTally(2));
    }
  }

  /** Counts the steps of one forecast of which the truth is known. */
  public void add(DemandForecast forecast) {
    add(forecast, Map.of());
  }

  /**
   * Counts the steps of one forecast of which the truth is known, and the same steps of others.
   *
   * @param peers forecasts of other methods from the same cutoff, by name
   */
  public void add(DemandForecast forecast, Map<String, DemandForecast> peers) {
    table.nextCutoff();
    for (ForecastStep step : forecast.steps()) {
      if (truth.at(step.from()).isPresent()) {
        add(forecast, step, peers);
      }
    }
  }

  private void add(DemandForecast forecast, ForecastStep step, Map<String, DemandForecast> peers) {
    Instant at = step.from();
    double actual = truth.at(at).orElseThrow();
    Duration ahead = Duration.between(forecast.issuedAt(), at);
    boolean inEvent = isAroundEvent(at);
    Map<String, double[]> said = new LinkedHashMap<>();
    said.put(MethodScore.KICKOFF, step.mean().values());
    for (PlainPeer peer : plain) {
      said.put(peer.name(), peer.quantiles(at, forecast.issuedAt()).orElse(NOTHING));
    }
    List<double[]> rivals = said.values().stream().limit(CutoffSums.RIVALS).toList();
    for (int h = 0; h < horizons.size(); h++) {
      if (ahead.compareTo(horizons.get(h)) < 0) {
        overall.get(h).add(actual, rivals.get(0), rivals.subList(1, rivals.size()));
        if (inEvent) {
          aroundEvents.get(h).add(actual, rivals.get(0), rivals.subList(1, rivals.size()));
        }
      }
    }
    peers.forEach(
        (name, peer) ->
            peer.stepAt(at).ifPresent(theirs -> said.put(name, theirs.mean().values())));
    said.forEach(
        (name, values) -> {
          if (values.length > 0) {
            table.sums(name, ahead, inEvent).add(actual, values, rivals);
          }
        });
  }

  /** The scores by horizon; without those that saw no demand. */
  public Map<Duration, ForecastScore> overall() {
    return scores(overall);
  }

  /** The scores of the steps around events, by horizon; empty without any. */
  public Map<Duration, ForecastScore> aroundEvents() {
    return scores(aroundEvents);
  }

  /** The scores of all methods: by horizon, then place, then method, Kickoff first. */
  public List<MethodScore> byMethod() {
    return table.scores();
  }

  /** Whether each method's quantiles held, and how wide they were, by range of horizons. */
  public List<Reliability> reliability() {
    return table.reliability();
  }

  private Map<Duration, ForecastScore> scores(List<ScoreTally> tallies) {
    Map<Duration, ForecastScore> scores = new LinkedHashMap<>();
    for (int h = 0; h < horizons.size(); h++) {
      Duration horizon = horizons.get(h);
      tallies.get(h).score(scale).ifPresent(score -> scores.put(horizon, score));
    }
    return scores;
  }

  private boolean isAroundEvent(Instant at) {
    for (Event event : events) {
      Instant late = event.start().plus(AFTER_START);
      Instant until = event.end().isAfter(late) ? event.end() : late;
      if (!at.isBefore(event.start().minus(BEFORE_EVENT)) && at.isBefore(until)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Double> dailyDifference(DemandSeries truth, Instant before) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < truth.size() && truth.timeAt(i).isBefore(before); i++) {
      int yesterday = truth.indexOf(truth.timeAt(i).minus(DAY));
      if (truth.isPresent(i) && truth.isPresent(yesterday)) {
        sum += Math.abs(truth.value(i) - truth.value(yesterday));
        count++;
      }
    }
    return count == 0 || sum == 0 ? Optional.empty() : Optional.of(sum / count);
  }
}
