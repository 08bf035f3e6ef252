package dev.kickoff.jobs.offline.page;

import dev.kickoff.model.forecast.Quantiles;
import dev.kickoff.model.forecast.accuracy.Interval;
import dev.kickoff.model.forecast.accuracy.Reliability;
import java.util.List;
import java.util.Locale;

/**
 * Nominal against observed coverage as SVG, one panel a range of horizons: a dot for each quantile
 * with its interval, and the line on which an honest forecast lies.
 *
 * <p>Both scales are logarithmic in the share above, so that p99 is as far from p95 as it is in
 * truth: five times rarer.
 */
public final class ReliabilityChart {
  private static final int SIDE = 170;
  private static final int GAP = 22;
  private static final int LEFT = 40;
  private static final int TOP = 26;
  private static final int COLUMNS = 5;
  private static final int ROW = SIDE + 58;
  private static final double LEAST_ABOVE = 0.002;

  private final StringBuilder svg = new StringBuilder();

  private ReliabilityChart() {}

  /** The panels of one method, nearest horizons first. */
  public static String svg(List<Reliability> ranges) {
    ReliabilityChart chart = new ReliabilityChart();
    int rows = (ranges.size() + COLUMNS - 1) / COLUMNS;
    chart.put("<svg viewBox=\"0 0 960 %d\" role=\"img\" aria-label=\"reliability\">", rows * ROW);
    for (int i = 0; i < ranges.size(); i++) {
      int left = LEFT + i % COLUMNS * (SIDE + GAP - LEFT / COLUMNS);
      chart.panel(ranges.get(i), left, TOP + i / COLUMNS * ROW);
    }
    return chart.svg.append("</svg>").toString();
  }

  private void panel(Reliability range, int left, int top) {
    int bottom = top + SIDE - GAP;
    put(
        "<text class=\"title\" x=\"%d\" y=\"%d\">%s to %s, n %d</text>",
        left, top - 8, Numbers.length(range.from()), Numbers.length(range.until()), range.steps());
    double side = bottom - top;
    for (double level : Quantiles.levels()) {
      double x = left + side * share(level);
      double y = bottom - side * share(level);
      put("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", x, top, bottom);
      put("<path class=\"grid\" d=\"M%d %.1fh%.1f\"/>", left, y, side);
      String label = String.valueOf(Math.round(100 * level));
      put("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>", x, bottom + 14, label);
      if (left == LEFT) {
        put("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", left - 4, y + 4, label);
      }
    }
    put("<path class=\"ideal\" d=\"M%d %dL%.1f %d\"/>", left, bottom, left + side, top);
    for (int i = 0; i < range.coverage().size(); i++) {
      Interval seen = range.coverage().get(i);
      double x = left + side * share(Quantiles.levels()[i]);
      double low = bottom - side * share(seen.low());
      double high = bottom - side * share(seen.high());
      put("<path class=\"whisker\" d=\"M%.1f %.1fV%.1f\"/>", x, low, high);
      double y = bottom - side * share(seen.value());
      put("<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.2\"/>", x, y);
    }
  }

  /** How far along the scale a level lies, 0..1. */
  private static double share(double level) {
    double above = Math.max(LEAST_ABOVE, 1 - level);
    return Math.log(above) / Math.log(LEAST_ABOVE);
  }

  private void put(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
