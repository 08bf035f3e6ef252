package dev.kickoff.jobs.offline.page;

import dev.kickoff.model.forecast.accuracy.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Measured numbers with their intervals, as SVG: a row for each name, a panel for each group, dots
 * along the scale. What lies beyond the scale is drawn at its end and written out.
 */
public final class DotChart {
  private static final int LEFT = 150;
  private static final int RIGHT = 934;
  private static final int TOP = 26;
  private static final int ROW = 20;
  private static final int GAP = 44;
  private static final int FOOT = 30;

  private final StringBuilder svg = new StringBuilder();
  private final Scale scale;
  private final List<String> rows;
  private final int bottom;

  /**
   * The scale of every panel.
   *
   * @param places decimal places of its labels
   * @param aim drawn behind the dots: an area, or a line where both ends are equal
   */
  public record Scale(double from, double until, int places, Interval aim) {}

  /**
   * A group of numbers.
   *
   * @param dots one for each row; empty where there is none
   */
  public record Panel(String title, List<Optional<Dot>> dots) {
    public Panel {
      dots = List.copyOf(dots);
    }
  }

  /**
   * A number.
   *
   * @param bad whether it stands out
   */
  public record Dot(Interval at, boolean bad) {}

  private DotChart(Scale scale, List<String> rows) {
    this.scale = scale;
    this.rows = rows;
    this.bottom = TOP + ROW * rows.size();
  }

  /** The chart; {@code label} says what it shows. */
  public static String svg(String label, Scale scale, List<String> rows, List<Panel> panels) {
    return new DotChart(scale, rows).draw(label, panels);
  }

  private String draw(String label, List<Panel> panels) {
    put(
        "<svg viewBox=\"0 0 960 %d\" role=\"img\" aria-label=\"%s\">",
        bottom + FOOT, Html.escaped(label));
    for (int r = 0; r < rows.size(); r++) {
      put(
          "<text class=\"title\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
          LEFT - 10, middle(r) + 4, Html.escaped(rows.get(r)));
    }
    double width = (RIGHT - LEFT - GAP * (panels.size() - 1)) / (double) panels.size();
    for (int p = 0; p < panels.size(); p++) {
      panel(panels.get(p), LEFT + p * (width + GAP), width);
    }
    return svg.append("</svg>").toString();
  }

  private void panel(Panel panel, double left, double width) {
    put(
        "<text class=\"title\" x=\"%.1f\" y=\"%d\">%s</text>",
        left, TOP - 10, Html.escaped(panel.title()));
    double low = left + width * share(scale.aim().low());
    double high = left + width * share(scale.aim().high());
    if (high > low) {
      put(
          "<rect class=\"band\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
          low, TOP, high - low, bottom - TOP);
    }
    double step = Ticks.values((scale.until() - scale.from()) * 1.5);
    long first = (long) Math.ceil(scale.from() / step - 1e-9);
    for (long k = first; k * step <= scale.until() + 1e-9; k++) {
      double x = left + width * share(k * step);
      put("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", x, TOP, bottom);
      String label = Numbers.fixed(k * step, scale.places());
      put("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>", x, bottom + 16, label);
    }
    if (high <= low) {
      put("<path class=\"ideal\" d=\"M%.1f %dV%d\"/>", low, TOP, bottom);
    }
    for (int r = 0; r < rows.size(); r++) {
      int row = r;
      panel.dots().get(r).ifPresent(dot -> dot(dot, row, left, width));
    }
  }

  private void dot(Dot dot, int row, double left, double width) {
    String kind = dot.bad() ? " bad" : "";
    double y = middle(row);
    double x = left + width * share(dot.at().value());
    put(
        "<path class=\"whisker%s\" d=\"M%.1f %.1fH%.1f\"/>",
        kind, left + width * share(dot.at().low()), y, left + width * share(dot.at().high()));
    put("<circle class=\"dot%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.4\"/>", kind, x, y);
    if (dot.at().value() > scale.until() || dot.at().value() < scale.from()) {
      boolean above = dot.at().value() > scale.until();
      put(
          "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
          above ? x - 6 : x + 6,
          y - 5,
          above ? "end" : "start",
          Numbers.fixed(dot.at().value(), 2));
    }
  }

  /** How far along the scale, 0..1. */
  private double share(double value) {
    double share = (value - scale.from()) / (scale.until() - scale.from());
    return Math.max(0, Math.min(1, share));
  }

  private static double middle(int row) {
    return TOP + ROW * (row + 0.5);
  }

  private void put(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
