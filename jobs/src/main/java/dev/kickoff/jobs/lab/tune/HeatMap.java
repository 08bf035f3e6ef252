package dev.kickoff.jobs.lab.tune;

import dev.kickoff.jobs.offline.page.Html;
import dev.kickoff.model.lab.tune.Cell;
import dev.kickoff.model.lab.tune.SearchSpace;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A value for each candidate, as SVG: thresholds to the right, increments upwards, the darker the
 * higher; each cell carries its value, so that colour is not needed to read it.
 */
final class HeatMap {
  private static final int LEFT = 60;
  private static final int RIGHT = 950;
  private static final int TOP = 12;
  private static final int ROW = 24;
  private static final int WIDEST = 70;
  private static final int READABLE = 22;

  private final SearchSpace space;
  private final Marks marks;
  private final StringBuilder svg = new StringBuilder();
  private double framedBelow;

  /** Candidates that stand out: outlined, and outlined with dashes. */
  record Marks(Optional<Cell> outlined, Optional<Cell> dashed) {}

  HeatMap(SearchSpace space, Marks marks) {
    this.space = space;
    this.marks = marks;
  }

  /**
   * The map.
   *
   * @param label what it shows
   * @param values 0 to 100; empty where a candidate was not tried
   * @param most cells below it are framed; 100: none
   */
  String svg(String label, Function<Cell, OptionalDouble> values, double most) {
    framedBelow = most < 100 ? most : 0;
    int columns = space.mostThreshold() - space.leastThreshold() + 1;
    int rows = space.mostIncrement() - space.leastIncrement() + 1;
    double width = Math.min(WIDEST, (RIGHT - LEFT) / (double) columns);
    int bottom = TOP + ROW * rows;
    put(
        "<svg viewBox=\"0 0 960 %d\" role=\"img\" aria-label=\"%s\">",
        bottom + 40, Html.escaped(label));
    for (Cell cell : space.cells()) {
      double x = LEFT + width * (cell.threshold() - space.leastThreshold());
      int y = bottom - ROW * (cell.increment() - space.leastIncrement() + 1);
      values.apply(cell).ifPresent(value -> cell(x, y, width, value));
    }
    marks.outlined().ifPresent(cell -> outline(cell, width, bottom, ""));
    marks.dashed().ifPresent(cell -> outline(cell, width, bottom, " stroke-dasharray=\"4 3\""));
    axes(columns, rows, width, bottom);
    return svg.append("</svg>").toString();
  }

  private void cell(double x, int y, double width, double value) {
    put(
        "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"var(--blue)\""
            + " fill-opacity=\"%.2f\"%s/>",
        x + 1,
        y + 1,
        width - 2,
        ROW - 2,
        0.06 + 0.6 * value / 100,
        value < framedBelow ? " stroke=\"var(--ink)\"" : "");
    if (width >= READABLE) {
      put(
          "<text class=\"title\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.0f</text>",
          x + width / 2, y + ROW / 2 + 4, value);
    }
  }

  private void outline(Cell cell, double width, int bottom, String dashes) {
    put(
        "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"none\""
            + " stroke=\"var(--short)\" stroke-width=\"2.5\"%s/>",
        LEFT + width * (cell.threshold() - space.leastThreshold()),
        bottom - ROW * (cell.increment() - space.leastIncrement() + 1),
        width,
        ROW,
        dashes);
  }

  private void axes(int columns, int rows, double width, int bottom) {
    int every = Math.max(1, columns / 12);
    for (int i = 0; i < columns; i += every) {
      put(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>",
          LEFT + width * (i + 0.5), bottom + 15, space.leastThreshold() + i);
    }
    for (int i = 0; i < rows; i++) {
      put(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">+%d</text>",
          LEFT - 8, bottom - ROW * i - ROW / 2 + 4, space.leastIncrement() + i);
    }
    put(
        "<text class=\"title\" x=\"%d\" y=\"%d\">threshold, percent of the processor</text>",
        LEFT, bottom + 33);
  }

  private void put(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
