package dev.kickoff.connectors.ical;

import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Problems;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The events that the VEVENTs of one UID amount to: single ones as they are, series by their
 * occurrences, each with a UID of its own, {@code UID/RECURRENCE-ID}.
 *
 * <p>An exception of a series stands above the occurrence that it replaces, whatever its SEQUENCE.
 * A later version of a series calls off what only an earlier one had.
 */
final class SeriesBook {
  private final SeriesReader reader;
  private final Place file;
  private final Problems problems;
  private final ExpansionBudget budget;
  private final Map<String, List<SeriesPart>> byUid = new LinkedHashMap<>();
  private int series;

  SeriesBook(SeriesReader reader, Place file, Problems problems, ExpansionBudget budget) {
    this.reader = reader;
    this.file = file;
    this.problems = problems;
    this.budget = budget;
  }

  void add(SeriesPart part) {
    boolean ranges =
        part.content()
            .first("RECURRENCE-ID")
            .map(c -> c.parameters().containsKey("RANGE"))
            .orElse(false);
    if (ranges) {
      EventBlock.Mark mark = part.block().mark("RECURRENCE-ID");
      problems.add(
          new Problem(
              file.line(mark.line()).column(mark.column()),
              ProblemKind.UNSUPPORTED,
              "RANGE of a RECURRENCE-ID is not read, only this occurrence is changed",
              "end the series with UNTIL and begin another"));
    }
    byUid.computeIfAbsent(part.event().uid(), uid -> new ArrayList<>()).add(part);
  }

  /** How many VEVENTs recurred. */
  int series() {
    return series;
  }

  /** Every event, in the order of the file. */
  List<Event> events() {
    List<Event> events = new ArrayList<>();
    for (List<SeriesPart> parts : byUid.values()) {
      if (parts.stream().anyMatch(SeriesPart::recurs)) {
        expand(parts, events);
      } else {
        parts.forEach(part -> events.add(part.alone()));
      }
    }
    return events;
  }

  private void expand(List<SeriesPart> parts, List<Event> events) {
    Map<String, Event> standing = new LinkedHashMap<>();
    parts.stream()
        .filter(part -> part.occurrence().isEmpty())
        .sorted(Comparator.comparingInt(SeriesPart::sequence))
        .forEach(
            part -> {
              series++;
              Map<String, Event> now = occurrences(part);
              standing.forEach(
                  (uid, old) -> {
                    if (!now.containsKey(uid)) {
                      events.add(part.calledOff(old));
                    }
                  });
              events.addAll(now.values());
              standing.clear();
              standing.putAll(now);
            });
    parts.stream()
        .filter(part -> part.occurrence().isPresent())
        .sorted(Comparator.comparingInt(SeriesPart::sequence))
        .forEach(part -> replace(part, standing, events));
  }

  private Map<String, Event> occurrences(SeriesPart part) {
    Map<String, Event> found = new LinkedHashMap<>();
    for (Event occurrence : reader.read(part)) {
      if (!budget.take()) {
        problems.add(
            new Problem(
                file.line(part.block().firstLine()),
                ProblemKind.TOO_LARGE,
                "recurrences make more than "
                    + ExpansionBudget.PER_FILE
                    + " events, the others are left out",
                "split the file, or end its rules"));
        break;
      }
      found.put(occurrence.uid(), occurrence);
    }
    return found;
  }

  private static void replace(SeriesPart part, Map<String, Event> standing, List<Event> events) {
    Event exception = part.alone();
    Event replaced = standing.get(exception.uid());
    if (replaced != null) {
      EventVersion own = exception.version();
      EventVersion below = replaced.version();
      exception =
          SeriesPart.with(
              exception,
              new EventVersion(
                  own.knownAt().isPresent() ? own.knownAt() : below.knownAt(),
                  Math.max(own.sequence(), below.sequence() + 1),
                  0,
                  own.status()));
      standing.put(exception.uid(), exception);
    }
    events.add(exception);
  }

  /** The line that tells which occurrences were read; empty where nothing recurs. */
  Optional<String> note(OccurrenceWindow window) {
    return series == 0
        ? Optional.empty()
        : Optional.of(
            file
                + ": "
                + series
                + (series == 1 ? " recurring event" : " recurring events")
                + ", of which occurrences from "
                + window.from()
                + " to "
                + window.until()
                + " are read");
  }
}
