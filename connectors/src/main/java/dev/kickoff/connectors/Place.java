package dev.kickoff.connectors;

import java.util.OptionalInt;

/**
 * Where in an input something stands, written {@code file:line:column}.
 *
 * @param source the file as the caller named it
 * @param line from 1; empty when the whole file is meant
 * @param column from 1, in characters; empty when the whole line is meant
 */
public record Place(String source, OptionalInt line, OptionalInt column) {
  /** The whole of {@code source}. */
  public static Place of(Object source) {
    return new Place(source.toString(), OptionalInt.empty(), OptionalInt.empty());
  }

  /** The same source at {@code line}. */
  public Place line(long newLine) {
    return new Place(source, OptionalInt.of(Math.toIntExact(newLine)), OptionalInt.empty());
  }

  /** The same line at {@code column}. */
  public Place column(long newColumn) {
    return new Place(source, line, OptionalInt.of(Math.toIntExact(newColumn)));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(source);
    line.ifPresent(l -> text.append(':').append(l));
    column.ifPresent(c -> text.append(':').append(c));
    return text.toString();
  }
}
