package dev.kickoff.connectors.ical;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
  private final List<String> nested = new ArrayList<>();
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
    int end = 0;
    while (end < line.length()
        && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '-')) {
      end++;
    }
    String name = line.substring(0, end).toUpperCase(java.util.Locale.ROOT);
    if (name.equals("BEGIN")) {
      nested.add(line);
    } else if (name.equals("END") && !nested.isEmpty()) {
      nested.remove(nested.size() - 1);
    } else if (end > 0 && nested.size() == 1) {
      marks.putIfAbsent(name, new Mark(firstLine + lines, 1 + valueStart(line)));
    }
    lines++;
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
