package dev.kickoff.connectors.ical;

import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Problems;
import dev.kickoff.connectors.Timestamps;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;

/** Makes one version of an event of one VEVENT. */
final class VersionReader {
  private static final String ANNOUNCED = "X-KICKOFF-ANNOUNCED-AT";
  private static final String OWN_PREFIX = "X-KICKOFF-";
  private static final List<String> RECURRENCE = List.of("RRULE", "RDATE", "EXRULE", "EXDATE");

  private final Place file;
  private final ZoneId zone;
  private final EventBlock block;
  private final EventContent content = new EventContent();
  private String reading = "BEGIN";
  private boolean partial;

  VersionReader(Place file, ZoneId zone, EventBlock block) {
    this.file = file;
    this.zone = zone;
    this.block = block;
  }

  /** Whether an event was made of it in spite of a problem. */
  boolean isPartial() {
    return partial;
  }

  /** The event; empty when the block is refused, with a problem that says where and why. */
  Optional<Event> read(Problems problems) {
    try {
      if (block.malformed().isPresent()) {
        EventBlock.Mark mark = block.malformed().get();
        problems.add(malformed(file.line(mark.line()).column(mark.column())));
        return Optional.empty();
      }
      UnfoldingReader unfolded = new UnfoldingReader(new StringReader(block.asCalendar()), true);
      new CalendarParserImpl().parse(unfolded, content);
      Event event = event();
      RECURRENCE.stream().filter(content::has).findFirst().ifPresent(r -> keepFirst(r, problems));
      return Optional.of(event);
    } catch (InvalidText e) {
      problems.add(place(reading), e);
    } catch (ParserException | IOException e) {
      problems.add(malformed(file.line(block.firstLine()).column(1)));
    }
    return Optional.empty();
  }

  private static Problem malformed(Place place) {
    return new Problem(
        place,
        ProblemKind.MALFORMED,
        "not an iCalendar line",
        "write NAME:value, or NAME;X=y:value");
  }

  private void keepFirst(String property, Problems problems) {
    partial = true;
    problems.add(
        new Problem(
            place(property),
            ProblemKind.UNSUPPORTED,
            "recurrence (" + property + ") is not read yet, only the first occurrence is",
            "list each occurrence as an event of its own"));
  }

  private Place place(String property) {
    EventBlock.Mark mark = block.mark(property);
    return file.line(mark.line()).column(mark.column());
  }

  private Event event() throws InvalidText {
    String uid = required("UID").value();
    if (content.has("RECURRENCE-ID")) {
      uid = uid + "/" + required("RECURRENCE-ID").value();
    }
    String title = content.first("SUMMARY").map(c -> unescaped(c.value())).orElse("untitled");
    IcalTime start = IcalTime.parse(required("DTSTART"), zone);
    Instant end = end(start);
    if (!end.isAfter(start.instant())) {
      throw new InvalidText(
          ProblemKind.ENDS_BEFORE_START,
          "the event ends at " + end + ", not after its start " + start.instant(),
          "swap the two, or correct the date");
    }
    if (Duration.between(start.instant(), end).compareTo(Event.MAX_DURATION) > 0) {
      throw new InvalidText(
          ProblemKind.OUT_OF_RANGE,
          "the event lasts more than " + Event.MAX_DURATION.toDays() + " days",
          "correct the date, or list its parts");
    }
    return new Event(uid, title, category(), start.instant(), end, attributes(), version());
  }

  private EventContent.Content required(String name) throws InvalidText {
    reading = name;
    Optional<EventContent.Content> found = content.first(name);
    if (found.isEmpty()) {
      throw new InvalidText(
          ProblemKind.MISSING, "the event has no " + name, "every VEVENT has UID and DTSTART");
    }
    return found.get();
  }

  private Instant end(IcalTime start) throws InvalidText {
    Optional<EventContent.Content> end = content.first("DTEND");
    if (end.isPresent()) {
      reading = "DTEND";
      return IcalTime.parse(end.get(), zone).instant();
    }
    Optional<EventContent.Content> duration = content.first("DURATION");
    if (duration.isPresent()) {
      reading = "DURATION";
      return start.plus(duration.get().value());
    }
    reading = "DTSTART";
    return start.plus(start.isDay() ? "P1D" : "PT0S");
  }

  private String category() {
    String all = content.first("CATEGORIES").map(EventContent.Content::value).orElse("");
    String first = unescaped(all.split("(?<!\\\\),", 2)[0]).strip();
    return first.isEmpty() ? "event" : first;
  }

  private Map<String, String> attributes() {
    Map<String, String> out = new TreeMap<>();
    for (String name : content.names()) {
      if (name.startsWith("X-") && !name.equals(ANNOUNCED)) {
        String key = name.startsWith(OWN_PREFIX) ? name.substring(OWN_PREFIX.length()) : name;
        content
            .first(name)
            .ifPresent(
                c -> out.put(key.toLowerCase(Locale.ROOT).replace('-', '_'), unescaped(c.value())));
      }
    }
    return out;
  }

  private EventVersion version() throws InvalidText {
    Optional<Instant> knownAt = Optional.empty();
    if (content.first(ANNOUNCED).isPresent()) {
      EventContent.Content announced = required(ANNOUNCED);
      knownAt =
          announced.value().indexOf('-') > 0
              ? Optional.of(new Timestamps(ZoneOffset.UTC).parse(announced.value()))
              : Optional.of(IcalTime.parse(announced, zone).instant());
    }
    return new EventVersion(knownAt, sequence(), 0, status());
  }

  private int sequence() throws InvalidText {
    reading = "SEQUENCE";
    String text = content.first("SEQUENCE").map(EventContent.Content::value).orElse("0");
    if (!text.matches("\\d{1,9}")) {
      throw new InvalidText(
          ProblemKind.NOT_A_NUMBER,
          "SEQUENCE '" + Problem.brief(text) + "' is not a whole number",
          "write 0 for the first version, 1 for the next");
    }
    return Integer.parseInt(text);
  }

  private EventStatus status() {
    String text = content.first("STATUS").map(EventContent.Content::value).orElse("");
    return text.equalsIgnoreCase("CANCELLED") ? EventStatus.CANCELLED : EventStatus.CONFIRMED;
  }

  private static String unescaped(String text) {
    return text.replaceAll("\\\\[nN]", " ").replaceAll("\\\\(.)", "$1");
  }
}
