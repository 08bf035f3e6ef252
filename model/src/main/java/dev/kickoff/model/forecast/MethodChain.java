package dev.kickoff.model.forecast;

import dev.kickoff.model.demand.DemandSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Methods that stand in for one another, the best first: the first is used that has the history it
 * needs and described the last day well enough.
 *
 * <p>A method that fails on its last day is passed over only for a later one that does not; where
 * all fail, the first is kept. The choice is a function of the request alone, so a method returns
 * when its test passes again.
 */
record MethodChain(List<Forecaster> methods) {

  /**
   * What is used, and why.
   *
   * @param note without a basis
   */
  record Chosen(ForecastModel model, MethodNote note) {}

  /** A method that was learnt, with how it did on the last day. */
  private record Tried(Forecaster method, ForecastModel model, LastDay day) {}

  /**
   * Learns from a past.
   *
   * @throws IllegalArgumentException when no method can be used; the message says why for each
   */
  Chosen learn(ForecastRequest past) {
    List<String> unfit = new ArrayList<>();
    for (int i = 0; i < methods.size(); i++) {
      Optional<String> reason = methods.get(i).unfitFor(past);
      if (reason.isEmpty()) {
        return tested(tried(methods.get(i), past), i, unfit, past);
      }
      unfit.add(methods.get(i).name() + " " + reason.get());
    }
    throw new IllegalArgumentException("no method can be used: " + String.join("; ", unfit));
  }

  private static Tried tried(Forecaster method, ForecastRequest past) {
    ForecastModel model = method.fit(past);
    return new Tried(method, model, LastDay.of(model, past));
  }

  private Chosen tested(Tried first, int at, List<String> unfit, ForecastRequest past) {
    List<String> passedOver = new ArrayList<>(unfit);
    Tried last = first;
    for (int i = at + 1; i < methods.size() && last.day().isSuspect(); i++) {
      if (methods.get(i).unfitFor(past).isEmpty()) {
        Tried next = tried(methods.get(i), past);
        Optional<String> reason = last.day().reasonAgainst(next.day(), next.method().name());
        if (reason.isEmpty()) {
          break;
        }
        passedOver.add(last.method().name() + ": " + reason.get());
        if (next.day().standsInFor(first.day())) {
          return chosen(
              next, "the first choice that passed the test of its last day", passedOver, past);
        }
        last = next;
      }
    }
    String why = unfit.isEmpty() ? "the first choice" : "the first choice that can be used";
    return chosen(first, why, unfit, past);
  }

  private static Chosen chosen(
      Tried used, String why, List<String> passedOver, ForecastRequest past) {
    String reason = why + ", learnt from history before " + past.issuedAt();
    return new Chosen(used.model(), new MethodNote(used.method().name(), reason, passedOver));
  }

  /**
   * How a model would have forecast the last day of the history that it was learnt from, an hour
   * ahead, from every full hour before it was learnt.
   *
   * <p>The model has seen that day, which makes this a mild test: what fails it does not even
   * describe what it has seen. Steps that were told not to be learnt are not judged.
   *
   * @param judged how many steps were judged
   * @param covered how many of them lay at or below p95
   * @param missed the sum of the median's absolute errors
   * @param repeated the same sum for repeating the last step known before each forecast
   */
  private record LastDay(int judged, int covered, double missed, double repeated) {
    private static final int FORECASTS = 24;
    private static final Duration AHEAD = Duration.ofHours(1);
    private static final int LEAST_JUDGED = 100;
    private static final double LEAST_COVERED = 0.7;
    private static final double MOST_TIMES = 2;

    /** Asks the model for the day before {@code past} was issued; judges nothing while young. */
    static LastDay of(ForecastModel model, ForecastRequest past) {
      LastDay sum = new LastDay(0, 0, 0, 0);
      DemandSeries history = past.history();
      long step = past.resolution().toMillis();
      long perForecast = Math.min(past.horizon().toMillis(), AHEAD.toMillis()) / step;
      long end = Math.floorDiv(past.issuedAt().toEpochMilli(), step) * step;
      Instant reached = Instant.ofEpochMilli(end).minus(AHEAD.multipliedBy(FORECASTS));
      if (FORECASTS * perForecast < LEAST_JUDGED
          || history
              .timeAt(history.firstKnown())
              .isAfter(past.issuedAt().minus(LearningTimes.YOUNG))) {
        return sum;
      }
      DemandSeries lately = past.told().hide(history.from(reached.minus(AHEAD)));
      DemandSeries truth = lately.resample(past.resolution(), false);
      for (int k = 0; k < FORECASTS; k++) {
        Instant at = reached.plus(AHEAD.multipliedBy(k));
        List<ForecastStep> steps = model.forecast(earlier(past, at, perForecast));
        OptionalDouble last = truth.at(at.minusMillis(step));
        for (ForecastStep each : steps) {
          OptionalDouble came = truth.at(each.from());
          sum = came.isPresent() && last.isPresent() ? sum.with(each, came, last) : sum;
        }
      }
      return sum;
    }

    private static ForecastRequest earlier(ForecastRequest past, Instant at, long steps) {
      return new ForecastRequest(
          at,
          past.resolution(),
          past.resolution().multipliedBy(steps),
          ForecastDesk.wholeStepsBefore(past.history(), at),
          past.calendar().asKnownAt(at),
          past.told().asKnownAt(at));
    }

    private LastDay with(ForecastStep step, OptionalDouble came, OptionalDouble last) {
      double value = came.getAsDouble();
      return new LastDay(
          judged + 1,
          covered + (value <= step.mean().p95() ? 1 : 0),
          missed + Math.abs(value - step.mean().p50()),
          repeated + Math.abs(value - last.getAsDouble()));
    }

    private boolean coversTooLittle() {
      return covered < LEAST_COVERED * judged;
    }

    /** Whether there is any reason to ask how another method did. */
    boolean isSuspect() {
      return judged >= LEAST_JUDGED && (coversTooLittle() || missed > repeated);
    }

    /** Whether this is good enough to stand in for a method whose last day was {@code other}. */
    boolean standsInFor(LastDay other) {
      return judged >= LEAST_JUDGED && !coversTooLittle() && missed <= MOST_TIMES * other.missed;
    }

    /** Why a method with this day is passed over for one with another day; empty to keep it. */
    Optional<String> reasonAgainst(LastDay next, String nextName) {
      if (judged >= LEAST_JUDGED && coversTooLittle()) {
        return Optional.of(
            "p95 covered only "
                + Math.round(100.0 * covered / judged)
                + " % of the last day at 1 h");
      }
      return judged == next.judged && missed > MOST_TIMES * next.missed
          ? Optional.of(
              "its median missed the last day at 1 h by more than twice as much as that of "
                  + nextName)
          : Optional.empty();
    }
  }
}
