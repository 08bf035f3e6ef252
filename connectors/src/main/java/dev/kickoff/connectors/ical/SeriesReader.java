package dev.kickoff.connectors.ical;

import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Problems;
import dev.kickoff.model.calendar.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists the occurrences of one series: DTSTART, RRULE and RDATE, without EXDATE.
 *
 * <p>A part that cannot be read is a problem, and the rest is kept; so is what goes beyond the
 * budget.
 */
final class SeriesReader {
  private final Place file;
  private final ZoneId zone;
  private final OccurrenceWindow window;
  private final ExpansionBudget budget;
  private final Problems problems;

  SeriesReader(Source source, OccurrenceWindow window, ExpansionBudget budget, Problems problems) {
    this.file = source.file();
    this.zone = source.zone();
    this.window = window;
    this.budget = budget;
    this.problems = problems;
  }

  /** The file that is read, and the zone of times without one of their own. */
  record Source(Place file, ZoneId zone) {}

  /** The occurrences within the window, in order of time, and then what is wrong with the rest. */
  List<Event> read(SeriesPart part) {
    Occurrences starts = new Occurrences(part.start(), window, budget);
    Map<Instant, String> lengths = new HashMap<>();
    for (EventContent.Content rule : part.content().all("RRULE")) {
      attempt(part, "RRULE", () -> starts.add(RecurrenceRule.parse(rule.value(), part.start())));
    }
    forEachTime(part, "RDATE", text -> include(part, starts, lengths, text));
    forEachTime(part, "EXDATE", text -> starts.drop(time(text)));
    if (part.content().has("EXRULE")) {
      InvalidText unsupported =
          new InvalidText(
              ProblemKind.UNSUPPORTED,
              "EXRULE is not read, RFC 5545 has withdrawn it",
              "list the dates in EXDATE");
      problems.add(place(part, "EXRULE"), unsupported);
    }
    if (starts.isCrowded()) {
      problems.add(place(part, "RRULE"), starts.tooMany());
    }
    List<Event> events = new ArrayList<>();
    for (IcalTime start : starts.all()) {
      attempt(
          part,
          "DTSTART",
          () -> {
            String length = lengths.getOrDefault(start.instant(), part.length());
            events.add(part.occurrenceAt(start, start.plus(length)));
          });
    }
    return events;
  }

  /** Takes one time of a list, with the parameters of its property. */
  private interface TimeTaker {
    void take(EventContent.Content text) throws InvalidText;
  }

  private interface Attempt {
    void run() throws InvalidText;
  }

  private void attempt(SeriesPart part, String property, Attempt attempt) {
    try {
      attempt.run();
    } catch (InvalidText e) {
      problems.add(place(part, property), e);
    } catch (IllegalArgumentException e) {
      problems.add(
          place(part, property),
          new InvalidText(
              ProblemKind.BAD_VALUE, String.valueOf(e.getMessage()), "correct the date"));
    }
  }

  private void forEachTime(SeriesPart part, String property, TimeTaker taker) {
    for (EventContent.Content list : part.content().all(property)) {
      for (String text : list.value().split(",")) {
        EventContent.Content one = new EventContent.Content(text.strip(), list.parameters());
        attempt(part, property, () -> taker.take(one));
      }
    }
  }

  private IcalTime time(EventContent.Content text) throws InvalidText {
    return IcalTime.parse(text, zone, false);
  }

  // A PERIOD is START/END or START/DURATION; anything else lasts as long as the event.
  private void include(
      SeriesPart part, Occurrences starts, Map<Instant, String> lengths, EventContent.Content text)
      throws InvalidText {
    String[] period = text.value().split("/", 2);
    IcalTime start = time(new EventContent.Content(period[0], text.parameters()));
    if (period.length == 2) {
      String length =
          period[1].startsWith("P")
              ? period[1]
              : Duration.between(
                      start.instant(),
                      time(new EventContent.Content(period[1], text.parameters())).instant())
                  .toString();
      start.plus(length);
      lengths.put(start.instant(), length);
    }
    starts.keep(start);
  }

  private Place place(SeriesPart part, String property) {
    EventBlock.Mark mark = part.block().mark(property);
    return file.line(mark.line()).column(mark.column());
  }
}
