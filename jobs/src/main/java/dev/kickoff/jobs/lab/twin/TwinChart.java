package dev.kickoff.jobs.lab.twin;

import dev.kickoff.jobs.offline.page.Html;
import dev.kickoff.jobs.offline.page.Ticks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One quantity of a group over a span, as SVG: what really was, and two simulated runs beside it.
 */
final class TwinChart {
  private static final int LEFT = 44;
  private static final int RIGHT = 952;
  private static final int TOP = 14;
  private static final int BOTTOM = 236;
  private static final int HEIGHT = 262;
  private static final double ROOM = 1.08;

  private final Frame frame;
  private final double top;
  private final StringBuilder svg = new StringBuilder();

  /**
   * What a chart shows.
   *
   * @param title for those who cannot see it
   * @param from of the first value
   * @param span up to the end of the last
   * @param threshold a line across; empty for none
   */
  record Frame(String title, Instant from, Duration span, OptionalDouble threshold) {}

  /**
   * A line of steps.
   *
   * @param kind the class of the drawing
   * @param wide whether it is drawn wide and pale, to be seen below another
   * @param values evenly over the span
   */
  record Line(String kind, boolean wide, double[] values) {}

  private TwinChart(Frame frame, double top) {
    this.frame = frame;
    this.top = top;
  }

  /** The chart; what is drawn last lies on top. */
  static String svg(Frame frame, List<Line> lines) {
    double most = frame.threshold().orElse(1);
    for (Line line : lines) {
      for (double value : line.values()) {
        most = Math.max(most, value);
      }
    }
    return new TwinChart(frame, ROOM * most).draw(lines);
  }

  private String draw(List<Line> lines) {
    put(
        "<svg viewBox=\"0 0 960 %d\" role=\"img\" aria-label=\"%s\">",
        HEIGHT, Html.escaped(frame.title()));
    scale();
    time();
    frame
        .threshold()
        .ifPresent(at -> put("<path class=\"ideal\" d=\"M%d %.1fH%d\"/>", LEFT, y(at), RIGHT));
    lines.forEach(this::line);
    return svg.append("</svg>").toString();
  }

  private void scale() {
    double step = Ticks.values(top);
    for (double value = 0; value <= top; value += step) {
      put("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y(value), RIGHT);
      put(
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
          LEFT - 6, y(value) + 4, Figures.plain(value));
    }
  }

  private void time() {
    for (Ticks.Mark mark : Ticks.time(frame.from(), frame.from().plus(frame.span()))) {
      double share =
          Duration.between(frame.from(), mark.at()).toMillis() / (double) frame.span().toMillis();
      double x = LEFT + (RIGHT - LEFT) * share;
      put("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", x, TOP, BOTTOM);
      if (x < RIGHT - 20) {
        put("<text x=\"%.1f\" y=\"%d\">%s</text>", x, HEIGHT - 8, mark.label());
      }
    }
  }

  private void line(Line line) {
    StringBuilder path = new StringBuilder();
    double[] values = line.values();
    for (int i = 0; i < values.length; i++) {
      if (i > 0 && values[i] == values[i - 1]) {
        continue;
      }
      double x = LEFT + (RIGHT - LEFT) * (double) i / values.length;
      path.append(
          String.format(Locale.ROOT, i == 0 ? "M%.1f %.1f" : "H%.1fV%.1f", x, y(values[i])));
    }
    String look = line.wide() ? " style=\"stroke-width:6;stroke-opacity:.4\"" : "";
    put("<path class=\"%s\"%s d=\"%sH%d\"/>", line.kind(), look, path, RIGHT);
  }

  private double y(double value) {
    return BOTTOM - (BOTTOM - TOP) * value / top;
  }

  private void put(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
