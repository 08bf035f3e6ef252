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
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;

/** Makes one version of an event, or of a series of them, of one VEVENT. */
final class VersionReader {
  private static final String ANNOUNCED = "X-KICKOFF-ANNOUNCED-AT";
  private static final String OWN_PREFIX = "X-KICKOFF-";
  private static final String SEPARATOR = "(?<!\\\\),";

  private final Place file;
  private final ZoneId zone;
  private final EventBlock block;
  private final EventContent content = new EventContent();
  private String reading = "BEGIN";

  VersionReader(Place file, ZoneId zone, EventBlock block) {
    this.file = file;
    this.zone = zone;
    this.block = block;
  }

  /** The event; empty when the block is refused, with a problem that says where and why. */
  Optional<SeriesPart> read(Problems problems) {
    try {
      if (block.malformed().isPresent()) {
        EventBlock.Mark mark = block.malformed().get();
        problems.add(malformed(file.line(mark.line()).column(mark.column())));
        return Optional.empty();
      }
      UnfoldingReader unfolded = new UnfoldingReader(new StringReader(block.asCalendar()), true);
      new CalendarParserImpl().parse(unfolded, content);
      return Optional.of(part());
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

  private Place place(String property) {
    EventBlock.Mark mark = block.mark(property);
    return file.line(mark.line()).column(mark.column());
  }

  private SeriesPart part() throws InvalidText {
    String uid = required("UID").value();
    Optional<IcalTime> occurrence = Optional.empty();
    if (content.has("RECURRENCE-ID")) {
      occurrence = Optional.of(IcalTime.parse(required("RECURRENCE-ID"), zone, false));
    }
    String title = content.first("SUMMARY").map(c -> unescaped(c.value())).orElse("untitled");
    IcalTime start = IcalTime.parse(required("DTSTART"), zone);
    String length = length(start);
    Instant end = start.plus(length);
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
    Event event = new Event(uid, title, category(), start.instant(), end, attributes(), version());
    return new SeriesPart(event, start, length, occurrence, content, block);
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

  // An end is so many days, or so many seconds, after the start, also of later occurrences.
  private String length(IcalTime start) throws InvalidText {
    Optional<EventContent.Content> end = content.first("DTEND");
    if (end.isPresent()) {
      reading = "DTEND";
      IcalTime until = IcalTime.parse(end.get(), zone);
      return start.isDay() && until.isDay()
          ? "P" + ChronoUnit.DAYS.between(start.local(), until.local()) + "D"
          : Duration.between(start.instant(), until.instant()).toString();
    }
    Optional<EventContent.Content> duration = content.first("DURATION");
    if (duration.isPresent()) {
      reading = "DURATION";
      return duration.get().value();
    }
    reading = "DTSTART";
    return start.isDay() ? "P1D" : "PT0S";
  }

  private String category() {
    String all = content.first("CATEGORIES").map(EventContent.Content::value).orElse("");
    String first = unescaped(all.split(SEPARATOR, 2)[0]).strip();
    return first.isEmpty() ? "event" : first;
  }

  private Map<String, String> attributes() {
    Map<String, String> out = new TreeMap<>();
    content.first("LOCATION").ifPresent(c -> out.put("location", unescaped(c.value())));
    String categories = content.first("CATEGORIES").map(EventContent.Content::value).orElse("");
    if (categories.split(SEPARATOR).length > 1) {
      out.put("categories", unescaped(categories));
    }
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
