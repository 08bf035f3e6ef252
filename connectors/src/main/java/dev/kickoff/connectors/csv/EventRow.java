package dev.kickoff.connectors.csv;

import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Problems;
import dev.kickoff.connectors.Timestamps;
import dev.kickoff.connectors.csv.table.CsvHeader;
import dev.kickoff.connectors.csv.table.CsvRow;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes an event of a row of a calendar file. */
final class EventRow {
  private static final Set<String> KNOWN =
      Set.of("start", "end", "title", "category", "announced_at", "uid", "sequence", "status");
  private static final int DIGEST_BYTES = 12;

  private final CsvHeader header;
  private final Timestamps timestamps;
  private final List<String> attributes;

  EventRow(CsvHeader header, Timestamps timestamps) {
    this.header = header;
    this.timestamps = timestamps;
    this.attributes = header.others(KNOWN).stream().filter(name -> !name.isEmpty()).toList();
  }

  /** The event; empty when the row is refused, with a problem that says where and why. */
  Optional<Event> read(CsvRow row, Problems problems) {
    String column = "start";
    try {
      Instant start = timestamps.parse(required(row, "start"));
      column = "end";
      Instant end = timestamps.parse(required(row, "end"));
      checkOrder(start, end);
      column = "title";
      String title = required(row, "title");
      column = "category";
      String category = required(row, "category");
      column = "announced_at";
      Optional<Instant> knownAt = Optional.empty();
      if (!value(row, column).isEmpty()) {
        knownAt = Optional.of(timestamps.parse(value(row, column)));
      }
      column = "sequence";
      int sequence = sequence(value(row, column));
      column = "status";
      EventStatus status = status(value(row, column));
      EventVersion version = new EventVersion(knownAt, sequence, 0, status);
      String uid = value(row, "uid");
      String identity = uid.isEmpty() ? digest(title, category, start) : uid;
      return Optional.of(
          new Event(identity, title, category, start, end, attributes(row), version));
    } catch (InvalidText e) {
      problems.add(header.find(column).stream().mapToObj(row::place).findFirst().orElseThrow(), e);
      return Optional.empty();
    }
  }

  private String value(CsvRow row, String column) {
    return header.find(column).stream().mapToObj(row::value).findFirst().orElse("");
  }

  private String required(CsvRow row, String column) throws InvalidText {
    String value = value(row, column);
    if (value.isEmpty()) {
      throw new InvalidText(
          ProblemKind.MISSING, column + " is blank", "every event has start, end, title, category");
    }
    return value;
  }

  private static void checkOrder(Instant start, Instant end) throws InvalidText {
    if (!end.isAfter(start)) {
      throw new InvalidText(
          ProblemKind.ENDS_BEFORE_START,
          "the event ends at " + end + ", not after its start " + start,
          "swap the two, or correct the date");
    }
    if (Duration.between(start, end).compareTo(Event.MAX_DURATION) > 0) {
      throw new InvalidText(
          ProblemKind.OUT_OF_RANGE,
          "the event lasts more than " + Event.MAX_DURATION.toDays() + " days",
          "correct the date, or list its parts");
    }
  }

  private static int sequence(String text) throws InvalidText {
    if (text.isEmpty()) {
      return 0;
    }
    if (!text.matches("\\d{1,9}")) {
      throw new InvalidText(
          ProblemKind.NOT_A_NUMBER,
          "sequence '" + Problem.brief(text) + "' is not a whole number",
          "write 0 for the first version, 1 for the next");
    }
    return Integer.parseInt(text);
  }

  private static EventStatus status(String text) throws InvalidText {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "", "confirmed", "tentative" -> EventStatus.CONFIRMED;
      case "cancelled", "canceled" -> EventStatus.CANCELLED;
      default ->
          throw new InvalidText(
              ProblemKind.BAD_VALUE,
              "status '" + Problem.brief(text) + "' is unknown",
              "write confirmed, tentative or cancelled");
    };
  }

  private Map<String, String> attributes(CsvRow row) {
    Map<String, String> out = new TreeMap<>();
    for (String name : attributes) {
      String value = value(row, name);
      if (!value.isEmpty()) {
        out.put(name, value);
      }
    }
    return out;
  }

  private static String digest(String title, String category, Instant start) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      String identity = title + '\n' + category + '\n' + start;
      byte[] hash = sha.digest(identity.getBytes(StandardCharsets.UTF_8));
      return "csv-" + HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
