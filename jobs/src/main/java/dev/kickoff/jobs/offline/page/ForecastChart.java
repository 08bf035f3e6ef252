package dev.kickoff.jobs.offline.page;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One forecast over what came, as SVG: a band from p50 to p95, the median, the truth, the events
 * behind them, and a dashed line where the forecast was issued.
 */
public final class ForecastChart {
  private static final int LEFT = 52;
  private static final int RIGHT = 952;
  private static final int TOP = 48;
  private static final int BOTTOM = 226;
  private static final int HEIGHT = 250;

  private final Frame frame;
  private final List<ForecastStep> steps;
  private final StringBuilder svg = new StringBuilder();

  private ForecastChart(Frame frame, List<ForecastStep> steps) {
    this.frame = frame;
    this.steps = steps;
  }

  /**
   * What is shown.
   *
   * @param top of the scale, in the unit of demand, above zero
   */
  public record Frame(Instant from, Instant until, double top, List<Event> events) {
    public Frame {
      events = List.copyOf(events);
    }

    boolean shows(ForecastStep step) {
      return step.until().isAfter(from) && step.from().isBefore(until);
    }
  }

  /** The highest value that a chart of this forecast from {@code from} to {@code until} shows. */
  public static double top(
      DemandForecast forecast, DemandSeries truth, Instant from, Instant until) {
    double highest = 0;
    for (ForecastStep step : forecast.steps()) {
      if (step.until().isAfter(from) && step.from().isBefore(until)) {
        highest = Math.max(highest, step.mean().p95());
      }
    }
    for (Instant at = from; at.isBefore(until); at = at.plus(truth.step())) {
      highest = Math.max(highest, truth.at(at).orElse(0));
    }
    return highest > 0 ? highest : 1;
  }

  /** The chart of a whole forecast. */
  public static String svg(DemandForecast forecast, DemandSeries truth, List<Event> events) {
    Instant from = forecast.issuedAt();
    double top = top(forecast, truth, from, forecast.until());
    return svg(new Frame(from, forecast.until(), top, events), forecast, truth);
  }

  /** The chart of what of a forecast lies within the frame. */
  public static String svg(Frame frame, DemandForecast forecast, DemandSeries truth) {
    List<ForecastStep> shown = forecast.steps().stream().filter(frame::shows).toList();
    return new ForecastChart(frame, shown).draw(forecast.issuedAt(), truth, List.of());
  }

  /** The same with the median of another forecast beside it, dashed. */
  public static String svg(
      Frame frame, DemandForecast forecast, DemandSeries truth, DemandForecast aside) {
    List<ForecastStep> shown = forecast.steps().stream().filter(frame::shows).toList();
    List<ForecastStep> other = aside.steps().stream().filter(frame::shows).toList();
    return new ForecastChart(frame, shown).draw(forecast.issuedAt(), truth, other);
  }

  private String draw(Instant issuedAt, DemandSeries truth, List<ForecastStep> aside) {
    put("<svg viewBox=\"0 0 960 %d\" role=\"img\" aria-label=\"forecast and what came\">", HEIGHT);
    new EventBars(this::x, TOP, BOTTOM).draw(frame.events(), svg);
    band();
    scale();
    if (!aside.isEmpty()) {
      put("<polyline points=\"%s\" class=\"aside\"/>", median(aside));
    }
    put("<polyline points=\"%s\" class=\"forecast\"/>", median(steps));
    put("<path d=\"%s\" class=\"came\"/>", came(truth));
    if (issuedAt.isAfter(frame.from()) && issuedAt.isBefore(frame.until())) {
      put("<path class=\"cutoff\" d=\"M%.1f %dV%d\"/>", x(issuedAt), TOP, BOTTOM);
    }
    return svg.append("</svg>").toString();
  }

  private void band() {
    StringBuilder points = new StringBuilder();
    steps.forEach(step -> points.append(point(step, step.mean().p95())));
    for (int i = steps.size() - 1; i >= 0; i--) {
      points.append(point(steps.get(i), steps.get(i).mean().p50()));
    }
    put("<polygon points=\"%s\" class=\"band\"/>", points);
  }

  private String median(List<ForecastStep> of) {
    StringBuilder points = new StringBuilder();
    of.forEach(step -> points.append(point(step, step.mean().p50())));
    return points.toString();
  }

  private String came(DemandSeries truth) {
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    long half = truth.step().toMillis() / 2;
    for (int i = truth.indexOf(frame.from()); truth.timeAt(i).isBefore(frame.until()); i++) {
      OptionalDouble value = truth.at(truth.timeAt(i));
      if (value.isPresent()) {
        double left = x(truth.timeAt(i).plusMillis(half));
        path.append(at("%s%.1f,%.1f ", pen ? "L" : "M", left, y(value.getAsDouble())));
      }
      pen = value.isPresent();
    }
    return path.toString();
  }

  private void scale() {
    double step = Ticks.values(frame.top());
    for (double value = 0; value <= frame.top(); value += step) {
      put("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y(value), RIGHT);
      String label = Numbers.brief(value);
      put("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 6, y(value) + 4, label);
    }
    for (Ticks.Mark mark : Ticks.time(frame.from(), frame.until())) {
      put("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", x(mark.at()), TOP, BOTTOM);
      if (x(mark.at()) < RIGHT - 20) {
        put("<text x=\"%.1f\" y=\"%d\">%s</text>", x(mark.at()), HEIGHT - 6, mark.label());
      }
    }
  }

  private String point(ForecastStep step, double value) {
    long half = Duration.between(step.from(), step.until()).toMillis() / 2;
    return at("%.1f,%.1f ", x(step.from().plusMillis(half)), y(value));
  }

  private double x(Instant at) {
    double span = Duration.between(frame.from(), frame.until()).toMillis();
    double share = Duration.between(frame.from(), at).toMillis() / span;
    return LEFT + (RIGHT - LEFT) * Math.max(0, Math.min(1, share));
  }

  private double y(double value) {
    return BOTTOM - (BOTTOM - TOP) * Math.min(1, value / frame.top());
  }

  private void put(String format, Object... values) {
    svg.append(at(format, values)).append('\n');
  }

  private static String at(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
