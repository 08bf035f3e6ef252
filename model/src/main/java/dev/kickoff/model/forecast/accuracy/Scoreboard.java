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
 * The scores of one service's forecasts as they are made, by horizon, overall and around events.
 *
 * <p>Around events means from half an hour before a start to two and a half hours after it, or to
 * the end where that is later.
 */
public final class Scoreboard {
  private static final Duration BEFORE_EVENT = Duration.ofMinutes(30);
  private static final Duration AFTER_START = Duration.ofMinutes(150);
  private static final Duration DAY = Duration.ofDays(1);

  private final DemandSeries truth;
  private final List<Event> events;
  private final List<Duration> horizons;
  private final List<SeasonalPeer> peers;
  private final Optional<Double> scale;
  private final List<ScoreTally> overall = new ArrayList<>();
  private final List<ScoreTally> aroundEvents = new ArrayList<>();

  /**
   * @param truth what came, in the forecasts' steps
   * @param calendar all events, also those that became known late
   * @param firstCutoff the peers learn from before it
   * @param horizons how far ahead to score, each from the cutoff on
   */
  public Scoreboard(
      DemandSeries truth, EventCalendar calendar, Instant firstCutoff, List<Duration> horizons) {
    this.truth = truth;
    this.events = calendar.events();
    this.horizons = List.copyOf(horizons);
    long reach = horizons.stream().mapToLong(Duration::toMillis).max().orElse(0);
    this.peers =
        List.of(
            new SeasonalPeer(truth, DAY, firstCutoff, reach),
            new SeasonalPeer(truth, DAY.multipliedBy(7), firstCutoff, reach));
    this.scale = dailyDifference(truth, firstCutoff);
    for (int i = 0; i < horizons.size(); i++) {
      overall.add(new ScoreTally(peers.size()));
      aroundEvents.add(new ScoreTally(peers.size()));
    }
  }

  /** Counts the steps of one forecast of which the truth is known. */
  public void add(DemandForecast forecast) {
    for (ForecastStep step : forecast.steps()) {
      if (truth.at(step.from()).isPresent()) {
        double actual = truth.at(step.from()).getAsDouble();
        Duration ahead = Duration.between(forecast.issuedAt(), step.from());
        List<Optional<double[]>> said = new ArrayList<>();
        peers.forEach(peer -> said.add(peer.quantiles(step.from(), forecast.issuedAt())));
        boolean inEvent = isAroundEvent(step.from());
        for (int h = 0; h < horizons.size(); h++) {
          if (ahead.compareTo(horizons.get(h)) < 0) {
            overall.get(h).add(actual, step.mean().values(), said);
            if (inEvent) {
              aroundEvents.get(h).add(actual, step.mean().values(), said);
            }
          }
        }
      }
    }
  }

  /** The scores by horizon; without those that saw no demand. */
  public Map<Duration, ForecastScore> overall() {
    return scores(overall);
  }

  /** The scores of the steps around events, by horizon; empty without any. */
  public Map<Duration, ForecastScore> aroundEvents() {
    return scores(aroundEvents);
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
