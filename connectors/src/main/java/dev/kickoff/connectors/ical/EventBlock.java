package dev.kickoff.connectors.ical;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of one VEVENT, cut out of its file so that a fault in it stays its own.
 *
 * <p>It knows in which line of the file each property stands, and in which column its value begins.
 */
final class EventBlock {
  /** Where a property's value begins, both from 1. */
  record Mark(int line, int column) {}

  private final int firstLine;
  private final StringBuilder text = new StringBuilder();
  private final Map<String, Mark> marks = new LinkedHashMap<>();
  private Optional<Mark> malformed = Optional.empty();
  private int depth;
  private int lines;

  EventBlock(int firstLine) {
    this.firstLine = firstLine;
  }

  int firstLine() {
    return firstLine;
  }

  /** Adds the next physical line. */
  void add(String line) {
    text.append(line).append("\r\n");
    int end = nameEnd(line);
    String name = line.substring(0, end).toUpperCase(Locale.ROOT);
    boolean folded = line.isBlank() || line.charAt(0) == ' ' || line.charAt(0) == '\t';
    boolean named = end > 0 && end < line.length() && ":;".indexOf(line.charAt(end)) >= 0;
    if (malformed.isEmpty() && !folded && !named) {
      malformed = Optional.of(new Mark(firstLine + lines, end + 1));
    }
    if (name.equals("BEGIN")) {
      depth++;
    } else if (name.equals("END")) {
      depth--;
    } else if (end > 0 && depth == 1) {
      marks.putIfAbsent(name, new Mark(firstLine + lines, 1 + valueStart(line)));
    }
    lines++;
  }

  private static int nameEnd(String line) {
    int end = 0;
    while (end < line.length() && isNameCharacter(line.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNameCharacter(char c) {
    return c == '-' || c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }

  /** The first line that is neither {@code NAME:value} nor the rest of one; normally empty. */
  Optional<Mark> malformed() {
    return malformed;
  }

  private static int valueStart(String line) {
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ':' && !quoted) {
        return i + 1;
      }
    }
    return 0;
  }

  /** Where the first property called {@code name} stands; the block's first line without one. */
  Mark mark(String name) {
    return marks.getOrDefault(name, new Mark(firstLine, 1));
  }

  /** The block as a calendar of its own; its first line is the second. */
  String asCalendar() {
    return "BEGIN:VCALENDAR\r\n" + text + "END:VCALENDAR\r\n";
  }
}
