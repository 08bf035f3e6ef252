package dev.kickoff.jobs.lab.shape;

import dev.kickoff.jobs.offline.page.Html;
import dev.kickoff.jobs.offline.page.Numbers;
import dev.kickoff.jobs.offline.page.Ticks;
import dev.kickoff.model.lab.LoadCurve;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A load over time as SVG: one line, with a band of quantiles or its APIs stacked below it. */
final class LoadChart {
  /** The colours of APIs from below, those of Okabe and Ito; what comes after is grey. */
  static final List<String> COLOURS =
      List.of("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442");

  private static final int LEFT = 52;
  private static final int RIGHT = 952;
  private static final int TOP = 26;
  private static final int BOTTOM = 286;
  private static final int HEIGHT = 312;
  private static final int COLUMNS = 900;
  private static final List<Integer> STEPS =
      List.of(10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 43_200, 86_400, 604_800);

  private final long span;
  private final double top;
  private final StringBuilder svg = new StringBuilder();

  /** A moment of the load that has a name. */
  record Mark(long second, String words) {}

  private LoadChart(long span, double top) {
    this.span = Math.max(1, span);
    this.top = top > 0 ? 1.08 * top : 1;
  }

  /**
   * The chart.
   *
   * @param band from the lower to the upper curve; empty for none
   */
  static String svg(Shape shape, Optional<List<LoadCurve>> band, List<Mark> marks) {
    double top = shape.whole().peak();
    for (LoadCurve edge : band.orElse(List.of())) {
      top = Math.max(top, edge.peak());
    }
    LoadChart chart = new LoadChart(shape.whole().span().toSeconds(), top);
    return chart.draw(shape, band, marks);
  }

  private String draw(Shape shape, Optional<List<LoadCurve>> band, List<Mark> marks) {
    put(
        "<svg viewBox=\"0 0 960 %d\" role=\"img\" aria-label=\"requests per minute over time\">",
        HEIGHT);
    band.ifPresent(
        edges ->
            put(
                "<polygon class=\"band\" points=\"%s%s\"/>",
                points(edges.get(1).values(), edges.get(1).step(), false),
                points(edges.get(0).values(), edges.get(0).step(), true)));
    stack(shape.apis().values());
    scale();
    put(
        "<polyline class=\"%s\" points=\"%s\"/>",
        shape.apis().isEmpty() ? "forecast" : "came",
        points(shape.whole().values(), shape.whole().step(), false));
    for (Mark mark : marks) {
      double x = x(mark.second());
      put("<path class=\"cutoff\" d=\"M%.1f %dV%d\"/>", x, TOP - 6, BOTTOM);
      put(
          "<text class=\"title\" x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>",
          x, TOP - 11, x > RIGHT - 60 ? "end" : "middle", Html.escaped(mark.words()));
    }
    return svg.append("</svg>").toString();
  }

  private void stack(Collection<LoadCurve> apis) {
    if (apis.isEmpty()) {
      return;
    }
    LoadCurve any = apis.iterator().next();
    double[] below = new double[any.size()];
    int colour = 0;
    for (LoadCurve api : apis) {
      double[] above = below.clone();
      for (int i = 0; i < above.length; i++) {
        above[i] += api.at(i);
      }
      put(
          "<polygon fill=\"%s\" fill-opacity=\".75\" points=\"%s%s\"/>",
          colour(colour++), points(above, any.step(), false), points(below, any.step(), true));
      below = above;
    }
  }

  /** The colour of an API by its position. */
  static String colour(int position) {
    return position < COLOURS.size() ? COLOURS.get(position) : "#8a94a3";
  }

  private void scale() {
    double step = Ticks.values(top);
    for (double value = 0; value <= top; value += step) {
      put("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y(value), RIGHT);
      put(
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
          LEFT - 6, y(value) + 4, Numbers.brief(value));
    }
    int apart = STEPS.stream().filter(each -> span / each <= 12).findFirst().orElse(2_419_200);
    for (long second = 0; second <= span; second += apart) {
      put("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", x(second), TOP, BOTTOM);
      put(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>",
          x(second),
          HEIGHT - 8,
          second == 0 ? "start" : x(second) > RIGHT - 20 ? "end" : "middle",
          Words.time(second));
    }
  }

  /** The curve as points; of more values than can be drawn, the lowest and highest of each part. */
  private String points(double[] values, Duration step, boolean backwards) {
    int apart = Math.max(1, values.length / COLUMNS);
    StringBuilder points = new StringBuilder();
    int parts = (values.length + apart - 1) / apart;
    for (int k = 0; k < parts; k++) {
      int from = (backwards ? parts - 1 - k : k) * apart;
      int low = from;
      int high = from;
      for (int i = from; i < Math.min(values.length, from + apart); i++) {
        low = values[i] < values[low] ? i : low;
        high = values[i] > values[high] ? i : high;
      }
      boolean lowFirst = low < high != backwards;
      point(points, lowFirst ? low : high, values, step);
      if (low != high) {
        point(points, lowFirst ? high : low, values, step);
      }
    }
    return points.toString();
  }

  private void point(StringBuilder points, int i, double[] values, Duration step) {
    points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(i * step.toSeconds()), y(values[i])));
  }

  private double x(long second) {
    return LEFT + (RIGHT - LEFT) * (second / (double) span);
  }

  private double y(double value) {
    return BOTTOM - (BOTTOM - TOP) * Math.min(1, value / top);
  }

  private void put(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
