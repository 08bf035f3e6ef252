package dev.kickoff.model.forecast.method;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.Quantiles;
import dev.kickoff.model.forecast.event.EventWindows;
import dev.kickoff.model.forecast.shape.Shape;
import dev.kickoff.model.forecast.track.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Coming events of a class that has no past event: how much room they are given, and from whom.
 *
 * <p>The median adds nothing for such an event. In its window each upper quantile is at least the
 * median times that quantile of the highest lifts of past events of every other class, kick-offs
 * for a kick-off and whole days for a whole day; {@code sorted[ceil(q (n + 1))]} as in split
 * conformal prediction, the highest where there are too few. Where no event at all has passed, or
 * nothing is known of its lift, chosen margins stand in.
 */
final class UnseenEvents {
  private static final int MOST_PAST = 60;
  private static final int MOST_NAMED = 5;
  private static final double[] LEVELS = {0.9, 0.95, 0.99};
  private static final double[] LEAST_KICK_OFF = {1.5, 2, 3};
  private static final double[] LEAST_DAY = {1.2, 1.3, 1.5};
  private static final long STEP_MILLIS = Duration.ofMinutes(15).toMillis();
  private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();

  private final ForecastRequest request;
  private final Shape shape;

  /**
   * @param shape tells what past events lifted; one that knows none leaves the margins
   */
  UnseenEvents(ForecastRequest request, Shape shape) {
    this.request = request;
    this.shape = shape;
  }

  /**
   * The room that an event is given.
   *
   * @param factors of the median, for p90, p95 and p99; 1 or more, ascending
   * @param classes that it is borrowed from; empty for chosen margins
   */
  record Room(double[] factors, List<String> classes) {
    /** One sentence for an operator. */
    String inWords() {
      String from =
          classes.isEmpty()
              ? "nor anything to borrow from: by a chosen margin"
              : "borrowed from " + String.join(", ", classes) + ":";
      return String.format(
          Locale.ROOT,
          "no past event of this class; %s p95 is at least %.2f times the median",
          from,
          factors[1]);
    }
  }

  /** Whether no event of the class began in the history and before this one. */
  boolean isUnseen(Event event) {
    return past(event.isAllDay())
        .noneMatch(
            each ->
                each.category().equals(event.category()) && each.start().isBefore(event.start()));
  }

  /** The steps, those in the window of an unseen event with room above the median. */
  List<ForecastStep> widened(List<ForecastStep> steps) {
    List<ForecastStep> wide = steps;
    for (Event event : ahead()) {
      if (isUnseen(event)) {
        wide = widened(wide, event);
      }
    }
    return wide;
  }

  /** The room that an unseen event is given. */
  Room room(Event event) {
    List<String> classes = new ArrayList<>();
    List<Double> lifts = new ArrayList<>();
    List<Event> past = past(event.isAllDay()).toList();
    for (Event each : past.subList(Math.max(0, past.size() - MOST_PAST), past.size())) {
      double lift = lift(each);
      if (lift > 0 && !each.category().equals(event.category())) {
        lifts.add(lift);
        if (!classes.contains(each.category()) && classes.size() < MOST_NAMED) {
          classes.add(each.category());
        }
      }
    }
    double[] least = event.isAllDay() ? LEAST_DAY : LEAST_KICK_OFF;
    if (lifts.isEmpty()) {
      return new Room(least.clone(), List.of());
    }
    double[] sorted = lifts.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double[] factors = new double[LEVELS.length];
    for (int i = 0; i < factors.length; i++) {
      int rank = (int) Math.ceil(LEVELS[i] * (sorted.length + 1));
      factors[i] = Math.exp(sorted[Math.min(sorted.length, rank) - 1]);
    }
    return new Room(factors, classes);
  }

  private List<Event> ahead() {
    return request
        .calendar()
        .overlapping(
            request.issuedAt().minusMillis(3 * HOUR_MILLIS),
            request.issuedAt().plus(request.horizon()).plusMillis(HOUR_MILLIS));
  }

  /** Those of a kind that began within the history, the latest last. */
  private Stream<Event> past(boolean allDay) {
    return request.calendar().events().stream()
        .filter(each -> each.isAllDay() == allDay)
        .filter(each -> each.start().isBefore(request.issuedAt()))
        .filter(each -> each.end().isAfter(request.history().start()));
  }

  /** The highest log that a past event added, from an hour before it to an hour after. */
  private double lift(Event event) {
    long from = event.start().toEpochMilli() - HOUR_MILLIS;
    long until = event.end().toEpochMilli() + HOUR_MILLIS;
    Span span = new Span(from, STEP_MILLIS, (int) ((until - from) / STEP_MILLIS));
    return Arrays.stream(shape.lifts(span, request.calendar())).max().orElse(0);
  }

  private List<ForecastStep> widened(List<ForecastStep> steps, Event event) {
    Span span =
        new Span(request.issuedAt().toEpochMilli(), request.resolution().toMillis(), steps.size());
    BitSet within = EventWindows.within(span, EventCalendar.of(List.of(event)));
    if (within.isEmpty()) {
      return steps;
    }
    double[] factors = room(event).factors();
    List<ForecastStep> wide = new ArrayList<>(steps);
    for (int i = within.nextSetBit(0); i >= 0; i = within.nextSetBit(i + 1)) {
      ForecastStep step = steps.get(i);
      wide.set(
          i,
          new ForecastStep(
              step.from(),
              step.until(),
              atLeast(step.mean(), factors),
              atLeast(step.peak(), factors)));
    }
    return wide;
  }

  private static Quantiles atLeast(Quantiles q, double[] factors) {
    return new Quantiles(
        q.p50(),
        Math.max(q.p90(), q.p50() * factors[0]),
        Math.max(q.p95(), q.p50() * factors[1]),
        Math.max(q.p99(), q.p50() * factors[2]));
  }
}
