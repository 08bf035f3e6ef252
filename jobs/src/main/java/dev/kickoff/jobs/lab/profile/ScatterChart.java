package dev.kickoff.jobs.lab.profile;

import dev.kickoff.jobs.offline.page.Html;
import dev.kickoff.jobs.offline.page.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Points over two scales as SVG, with areas and lines behind them. */
final class ScatterChart {
  private static final int LEFT = 62;
  private static final int RIGHT = 944;
  private static final int TOP = 14;
  private static final int BOTTOM = 286;
  private static final int HEIGHT = 330;
  private static final int MOST_DOTS = 1_500;
  private static final int LINES = 6;

  private final Axis x;
  private final Axis y;
  private final StringBuilder svg = new StringBuilder();
  private final StringBuilder front = new StringBuilder();

  /**
   * A scale.
   *
   * @param until above {@code from}
   */
  record Axis(String label, double from, double until) {}

  /** A place on both scales. */
  record Point(double x, double y) {}

  ScatterChart(Axis x, Axis y) {
    this.x = x;
    this.y = y;
  }

  /** An area over all of y, from one x to another. */
  ScatterChart upright(String kind, double from, double until) {
    double left = across(from);
    put(
        "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
        kind, left, TOP, Math.max(0.5, across(until) - left), BOTTOM - TOP);
    return this;
  }

  /** An area between two lines, given there and back again. */
  ScatterChart area(List<Point> around) {
    put("<polygon class=\"band\" points=\"%s\"/>", points(around));
    return this;
  }

  /** A line, drawn over the points. */
  ScatterChart line(String kind, List<Point> along) {
    front.append(
        String.format(
            Locale.ROOT, "<polyline class=\"%s\" points=\"%s\"/>\n", kind, points(along)));
    return this;
  }

  /** Points; of more than 1,500 an even choice is drawn. */
  ScatterChart dots(String kind, List<Point> dots) {
    int step = Math.max(1, (dots.size() + MOST_DOTS - 1) / MOST_DOTS);
    for (int i = 0; i < dots.size(); i += step) {
      Point dot = dots.get(i);
      put(
          "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.3\"/>",
          kind, across(dot.x()), up(dot.y()));
    }
    return this;
  }

  /** The whole chart; {@code label} says what it shows. */
  String svg(String label) {
    StringBuilder whole = new StringBuilder();
    whole.append(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 960 %d\" role=\"img\" aria-label=\"%s\">\n",
            HEIGHT,
            Html.escaped(label)));
    String drawn = svg.toString();
    svg.setLength(0);
    scales();
    return whole.append(svg).append(drawn).append(front).append("</svg>").toString();
  }

  private void scales() {
    for (double at : ticks(x)) {
      put("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", across(at), TOP, BOTTOM);
      put(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
          across(at), BOTTOM + 16, Numbers.brief(at));
    }
    for (double at : ticks(y)) {
      put("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, up(at), RIGHT);
      put(
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
          LEFT - 6, up(at) + 4, Numbers.brief(at));
    }
    put(
        "<text class=\"title\" x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
        RIGHT, HEIGHT - 8, Html.escaped(x.label()));
    put(
        "<text class=\"title\" x=\"%d\" y=\"%d\">%s</text>",
        LEFT + 6, TOP + 12, Html.escaped(y.label()));
  }

  /** Round numbers: 1, 2 or 5 times a power of ten, six or so. */
  private static List<Double> ticks(Axis axis) {
    double rough = (axis.until() - axis.from()) / LINES;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double times = rough / power;
    double step = power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
    long first = (long) Math.ceil(axis.from() / step - 1e-9);
    long last = (long) Math.floor(axis.until() / step + 1e-9);
    return LongStream.rangeClosed(first, last).mapToObj(k -> k * step).toList();
  }

  private String points(List<Point> points) {
    StringBuilder text = new StringBuilder();
    for (Point point : points) {
      text.append(String.format(Locale.ROOT, "%.1f,%.1f ", across(point.x()), up(point.y())));
    }
    return text.toString().strip();
  }

  private double across(double value) {
    return LEFT + (RIGHT - LEFT) * share(x, value);
  }

  private double up(double value) {
    return BOTTOM - (BOTTOM - TOP) * share(y, value);
  }

  private static double share(Axis axis, double value) {
    return Math.max(0, Math.min(1, (value - axis.from()) / (axis.until() - axis.from())));
  }

  private void put(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
