package dev.kickoff.connectors.ical;

import dev.kickoff.connectors.CalendarRead;
import dev.kickoff.connectors.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.LongSupplier;

/** Calendars written to a folder and read back, with places named without the folder. */
record IcalText(Path folder) {
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  CalendarRead read(String text) {
    return read(text, OccurrenceWindow.ALL);
  }

  CalendarRead read(String text, OccurrenceWindow window) {
    return read(text, window, System::nanoTime);
  }

  CalendarRead read(String text, OccurrenceWindow window, LongSupplier nanos) {
    try {
      Path file = Files.writeString(folder.resolve("c.ics"), text);
      return IcalFile.read(file, PARIS, window, nanos);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static String calendar(String... events) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
        + String.join("", events)
        + "END:VCALENDAR\r\n";
  }

  static String event(String... lines) {
    return "BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
  }

  static String match(String uid) {
    return event(
        "UID:" + uid, "SUMMARY:A v B", "DTSTART:20240601T180000Z", "DTEND:20240601T200000Z");
  }

  static String version(int sequence, String... more) {
    return event("UID:m1", "SEQUENCE:" + sequence, "SUMMARY:A v B", String.join("\r\n", more));
  }

  List<String> problems(CalendarRead read) {
    return read.problems().detailed().stream()
        .map(Problem::toString)
        .map(p -> p.substring(folder.toString().length() + 1))
        .toList();
  }
}
