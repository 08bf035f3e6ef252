package dev.kickoff.connectors.csv.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.kickoff.connectors.Place;

/** One row of a CSV file; columns count from 0 and values are trimmed. */
public final class CsvRow {
  private final Place file;
  private final CsvRecord row;

  CsvRow(Place file, CsvRecord row) {
    this.file = file;
    this.row = row;
  }

  /** How many columns it has. */
  public int width() {
    return row.getFieldCount();
  }

  public String value(int column) {
    String value = row.getField(column).strip();
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1).strip() : value;
  }

  public boolean isBlank() {
    return width() == 1 && value(0).isEmpty();
  }

  /** How many lines of the file it takes; more than one where a quoted value holds a line break. */
  public int lines() {
    int breaks = 0;
    for (int i = 0; i < row.getFieldCount(); i++) {
      String field = row.getField(i);
      for (int at = field.indexOf('\n'); at >= 0; at = field.indexOf('\n', at + 1)) {
        breaks++;
      }
    }
    return 1 + breaks;
  }

  public int line() {
    return (int) row.getStartingLineNumber();
  }

  public Place place() {
    return file.line(line());
  }

  /** Where the value of {@code column} begins, given that only values that need it are quoted. */
  public Place place(int column) {
    int characters = 1;
    for (int i = 0; i < column; i++) {
      String field = row.getField(i);
      long quotes = field.chars().filter(c -> c == '"').count();
      characters += field.length() + 1;
      if (quotes > 0 || field.indexOf(',') >= 0) {
        characters += 2 + (int) quotes;
      }
    }
    return place().column(characters);
  }
}
