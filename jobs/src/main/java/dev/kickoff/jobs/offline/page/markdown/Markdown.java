package dev.kickoff.jobs.offline.page.markdown;

import dev.kickoff.jobs.offline.page.Numbers;
import dev.kickoff.model.forecast.accuracy.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Markdown document while it is written: paragraphs, headings and tables. */
public final class Markdown {
  private final StringBuilder text = new StringBuilder();

  /** A number in three decimal places. */
  public static String fixed(double value) {
    return Numbers.fixed(value, 3);
  }

  /** A number in three decimal places, or a dash. */
  public static String fixed(Optional<Double> value) {
    return value.map(Markdown::fixed).orElse("–");
  }

  /** A number with its interval, or a dash. */
  public static String range(Optional<Interval> interval) {
    return interval
        .map(i -> fixed(i.value()) + " [" + fixed(i.low()) + ", " + fixed(i.high()) + "]")
        .orElse("–");
  }

  /** A heading of the third rank. */
  public Markdown heading(String words) {
    return paragraph("### " + words);
  }

  /** A paragraph, after a blank line. */
  public Markdown paragraph(String words) {
    text.append(text.isEmpty() ? "" : "\n").append(words).append('\n');
    return this;
  }

  /** A picture; {@code words} say what it shows. */
  public Markdown image(String words, String link) {
    return paragraph("![" + words + "](" + link + ")");
  }

  /**
   * A table.
   *
   * @param names how many of the columns, from the left, are words; the others are numbers
   */
  public Markdown table(int names, List<String> columns, List<List<String>> rows) {
    text.append('\n');
    row(columns);
    List<String> rule = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      rule.add(i < names ? "---" : "---:");
    }
    row(rule);
    rows.forEach(this::row);
    return this;
  }

  private void row(List<String> cells) {
    text.append('|');
    cells.forEach(cell -> text.append(' ').append(cell.replace("|", "\\|")).append(" |"));
    text.append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
