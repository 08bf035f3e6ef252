package dev.kickoff.model.lab.shape.past;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.EventOutlook;
import dev.kickoff.model.forecast.ForecastBasis;
import dev.kickoff.model.forecast.ForecastDesk;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.Forecaster;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.shape.Sampling;
import dev.kickoff.model.lab.shape.mix.EventPlace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The traffic that an event of the calendar may bring: the far forecast of its window, as quantiles
 * of which each is a load.
 *
 * <p>A load of one quantile is not one evening: no evening is at its 0.95 in every minute. It is
 * what the hosts must carry to have carried, at each minute, all but one evening in twenty.
 *
 * @param forecast from the last that is known before the window to the window's end at least
 */
public record EventLoad(EventQuestion question, DemandForecast forecast) {
  private static final Duration LONGEST = Duration.ofDays(366);

  /**
   * Draws it from what is known: all demand before the window begins, and the calendar; for an
   * event that the demand has already seen, the calendar as it was when the window began.
   *
   * @param methods in the order in which they are tried
   * @throws IllegalArgumentException when nothing can be said; the message says what is missing
   */
  public static EventLoad of(EventQuestion question, List<Forecaster> methods) {
    DemandSeries demand = question.demand();
    Duration resolution = resolution(demand);
    Instant end = known(demand);
    boolean past = end.isAfter(question.from());
    Instant cutoff = floor(past ? question.from() : end, resolution);
    check(question, cutoff);
    EventCalendar calendar = question.calendar();
    EventCalendar known = past ? calendar.asKnownAt(cutoff) : calendar;
    if (known.events().stream().noneMatch(each -> each.uid().equals(question.event().uid()))) {
      throw new IllegalArgumentException(
          "the calendar did not hold %s yet at %s, when its load would have begun"
              .formatted(question.event().title(), cutoff));
    }
    long steps = -Math.floorDiv(-millis(cutoff, question.until()), resolution.toMillis());
    ForecastRequest request =
        new ForecastRequest(
            cutoff,
            resolution,
            resolution.multipliedBy(steps),
            ForecastDesk.wholeStepsBefore(demand, cutoff),
            known);
    return new EventLoad(
        question,
        new ForecastDesk(methods)
            .issue(question.service(), ForecastKind.FAR, request.told(question.masks())));
  }

  /** Until when demand is known. */
  private static Instant known(DemandSeries demand) {
    return demand
        .lastKnown()
        .map(last -> last.plus(demand.step()))
        .orElseThrow(() -> new IllegalArgumentException("no demand is known"));
  }

  private static Duration resolution(DemandSeries demand) {
    Duration far = ForecastKind.FAR.resolution();
    boolean fits = far.toMillis() % demand.step().toMillis() == 0;
    return fits ? far : demand.step();
  }

  private static void check(EventQuestion question, Instant cutoff) {
    if (!cutoff.isAfter(question.demand().start())) {
      throw new IllegalArgumentException(
          "nothing is known before %s begins: the demand starts at %s"
              .formatted(question.event().title(), question.demand().start()));
    }
    if (Duration.between(cutoff, question.until()).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "%s is more than a year after the demand ends at %s: add newer demand"
              .formatted(question.event().title(), cutoff));
    }
  }

  private static Instant floor(Instant at, Duration step) {
    long millis = step.toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), millis) * millis);
  }

  private static long millis(Instant from, Instant until) {
    return Duration.between(from, until).toMillis();
  }

  /** Whether the demand goes on past the beginning of the window; none of that was used. */
  public boolean isPast() {
    return known(question.demand()).isAfter(question.from());
  }

  /** The step in which its quantiles are compared: a minute, or a second where that fits not. */
  public Duration natural() {
    long span = Duration.between(question.from(), question.until()).toSeconds();
    return Duration.ofSeconds(span % 60 == 0 ? 60 : 1);
  }

  /** Where within the load the event is. */
  public EventPlace place() {
    long kickoff = question.before().toSeconds();
    return new EventPlace(kickoff, kickoff + question.event().duration().toSeconds());
  }

  /** The past events it leans on; empty where the method does not say. */
  public Optional<EventOutlook> outlook() {
    return forecast.method().basis().map(ForecastBasis::events).orElse(List.of()).stream()
        .filter(each -> each.uid().equals(question.event().uid()))
        .findFirst();
  }

  /**
   * The load of one quantile: the mean of each forecast step at the step's middle, straight lines
   * between.
   *
   * @param quantile 0.5 to 0.99
   */
  public LoadCurve curve(double quantile, Duration step) {
    Duration span = Duration.between(question.from(), question.until());
    return new Sampling(span, step).of(second -> at(question.from().plusSeconds(second), quantile));
  }

  private double at(Instant at, double quantile) {
    List<ForecastStep> steps = forecast.steps();
    double step = forecast.resolution().toMillis();
    double position = millis(forecast.issuedAt(), at) / step - 0.5;
    double within = Math.max(0, Math.min(steps.size() - 1.0, position));
    int left = (int) within;
    int right = Math.min(steps.size() - 1, left + 1);
    double low = steps.get(left).mean().at(quantile);
    return low + (steps.get(right).mean().at(quantile) - low) * (within - left);
  }
}
