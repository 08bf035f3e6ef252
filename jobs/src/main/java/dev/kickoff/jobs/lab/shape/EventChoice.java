package dev.kickoff.jobs.lab.shape;

import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.Suggestion;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import java.time.Instant;
import java.util.List;

/** Which event of a calendar a person means. */
public final class EventChoice {
  private static final int SHOWN = 5;

  private EventChoice() {}

  /**
   * The event with this UID, or with this title in whatever case; of several with one title the
   * first that starts after {@code demandEnds}.
   *
   * @throws IllegalArgumentException when there is none, or several that have all been; the message
   *     says which there are
   */
  public static Event of(EventCalendar calendar, String named, Instant demandEnds) {
    List<Event> found =
        calendar.events().stream()
            .filter(e -> e.uid().equals(named) || e.title().equalsIgnoreCase(named))
            .toList();
    if (found.isEmpty()) {
      List<String> titles = calendar.events().stream().map(Event::title).distinct().toList();
      String all = Problem.brief(String.join(", ", titles));
      throw new IllegalArgumentException(
          "--event '%s': the calendar has no such event; %s"
              .formatted(
                  Problem.brief(named),
                  titles.isEmpty()
                      ? "give --calendar one that has events"
                      : Suggestion.orElse(named, titles, "it has " + all)));
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    return found.stream()
        .filter(event -> event.start().isAfter(demandEnds))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--event '%s': %d events have this title and none starts after the demand; name"
                            .formatted(Problem.brief(named), found.size())
                        + " one by its UID: "
                        + String.join(", ", found.stream().limit(SHOWN).map(Event::uid).toList())));
  }
}
