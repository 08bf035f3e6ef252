package dev.kickoff.jobs.offline;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastStep;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** One forecast over what came, as SVG: a band from p50 to p95, the median, and the truth. */
final class ForecastDrawing {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 220;
  private static final int MARGIN = 20;

  private final List<ForecastStep> steps;
  private final DemandSeries truth;
  private final double top;

  private ForecastDrawing(DemandForecast forecast, DemandSeries truth) {
    this.steps = forecast.steps();
    this.truth = truth;
    double highest = 0;
    for (ForecastStep step : steps) {
      highest = Math.max(highest, step.mean().p95());
      highest = Math.max(highest, truth.at(step.from()).orElse(0));
    }
    this.top = highest > 0 ? highest : 1;
  }

  static String svg(DemandForecast forecast, DemandSeries truth) {
    return new ForecastDrawing(forecast, truth).draw();
  }

  private String draw() {
    StringBuilder band = new StringBuilder();
    StringBuilder median = new StringBuilder();
    StringBuilder came = new StringBuilder();
    boolean pen = false;
    for (int i = 0; i < steps.size(); i++) {
      band.append(point(i, steps.get(i).mean().p95()));
      median.append(point(i, steps.get(i).mean().p50()));
      OptionalDouble actual = truth.at(steps.get(i).from());
      if (actual.isPresent()) {
        came.append(pen ? "L" : "M").append(point(i, actual.getAsDouble()));
      }
      pen = actual.isPresent();
    }
    for (int i = steps.size() - 1; i >= 0; i--) {
      band.append(point(i, steps.get(i).mean().p50()));
    }
    return String.format(
        Locale.ROOT,
        "<svg viewBox=\"0 0 %d %d\" role=\"img\"><polygon points=\"%s\" class=\"band\"/>"
            + "<polyline points=\"%s\" class=\"forecast\"/>"
            + "<path d=\"%s\" class=\"came\"/>"
            + "<text x=\"4\" y=\"14\">%s</text></svg>",
        WIDTH,
        HEIGHT,
        band,
        median,
        came,
        ForecastRows.number(top));
  }

  private String point(int step, double value) {
    double x = steps.size() < 2 ? 0 : step * (double) WIDTH / (steps.size() - 1);
    double y = HEIGHT - (HEIGHT - MARGIN) * value / top;
    return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
  }
}
