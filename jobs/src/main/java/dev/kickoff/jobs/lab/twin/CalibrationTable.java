package dev.kickoff.jobs.lab.twin;

import dev.kickoff.model.lab.twin.Calibration;
import java.util.List;

/** A calibration for people at a terminal: settings, errors, each scale-out. */
public final class CalibrationTable {
  private CalibrationTable() {}

  /** Three tables, a blank line between them. */
  public static String of(Calibration calibration) {
    String scaleOuts =
        calibration.reality().launches().isEmpty()
            ? ""
            : "\n" + table(Figures.scaleOutsHead(), Figures.scaleOuts(calibration));
    return table(Figures.settingsHead(), Figures.settings(calibration))
        + "\n"
        + table(Figures.errorsHead(), Figures.errors(calibration))
        + scaleOuts;
  }

  private static String table(List<String> head, List<List<String>> rows) {
    int[] widths = new int[head.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] =
          Math.max(
              head.get(i).length(),
              rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }
    StringBuilder text = new StringBuilder();
    line(text, head, widths);
    rows.forEach(row -> line(text, row, widths));
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(String.format("%-" + widths[i] + "s  ", cells.get(i)));
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }
}
