package dev.kickoff.jobs.lab.compare;

import dev.kickoff.jobs.offline.page.Html;
import dev.kickoff.jobs.offline.page.Numbers;
import dev.kickoff.jobs.offline.page.Ticks;
import dev.kickoff.model.lab.compare.Metric;
import dev.kickoff.model.lab.compare.Trial;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** One variant's difference to the base, pair by pair in their order, as SVG. */
final class PairChart {
  private static final int LEFT = 80;
  private static final int RIGHT = 940;
  private static final int TOP = 14;
  private static final int BOTTOM = 170;
  private static final int MOST_LABELS = 10;

  private final StringBuilder svg = new StringBuilder();
  private final double[] differences;
  private final double low;
  private final double high;

  private PairChart(double[] differences, double worth) {
    this.differences = differences;
    double least = all(differences, worth).min().orElse(0);
    double most = all(differences, worth).max().orElse(0);
    double room = most > least ? 0.06 * (most - least) : 1;
    this.low = least - room;
    this.high = most + room;
  }

  private static DoubleStream all(double[] differences, double worth) {
    return DoubleStream.concat(Arrays.stream(differences), DoubleStream.of(-worth, worth));
  }

  /**
   * The chart.
   *
   * @param worth the smallest effect worth having; smaller ones are in the band
   */
  static String svg(Trial trial, int variant, Metric metric, double worth) {
    PairChart chart = new PairChart(trial.differences(variant, metric), worth);
    String label =
        "%s of %s less that of %s, pair by pair"
            .formatted(metric.words(), trial.variants().get(variant), trial.variants().get(0));
    return chart.draw(label, trial, worth);
  }

  private String draw(String label, Trial trial, double worth) {
    put("<svg viewBox=\"0 0 960 200\" role=\"img\" aria-label=\"%s\">", Html.escaped(label));
    put(
        "<rect class=\"band\" x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\"/>",
        LEFT, y(worth), RIGHT - LEFT, y(-worth) - y(worth));
    double step = Ticks.values(high - low);
    for (long k = (long) Math.ceil(low / step); k * step <= high; k++) {
      put("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y(k * step), RIGHT);
      put(
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
          LEFT - 8, y(k * step) + 4, Numbers.brief(k * step));
    }
    put("<path class=\"ideal\" d=\"M%d %.1fH%d\"/>", LEFT, y(0), RIGHT);
    int every = (differences.length + MOST_LABELS - 1) / MOST_LABELS;
    for (int i = 0; i < differences.length; i++) {
      put("<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.6\"/>", x(i), y(differences[i]));
      if (i % every == 0) {
        put(
            "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
            x(i), BOTTOM + 18, Html.escaped(trial.pairs().get(i)));
      }
    }
    return svg.append("</svg>").toString();
  }

  private double x(int pair) {
    return LEFT + (RIGHT - LEFT) * (pair + 0.5) / differences.length;
  }

  private double y(double value) {
    return BOTTOM - (BOTTOM - TOP) * (value - low) / (high - low);
  }

  private void put(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
