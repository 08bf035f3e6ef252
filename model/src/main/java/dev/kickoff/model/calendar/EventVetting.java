package dev.kickoff.model.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What of new versions of events may be believed, and what is put aside as a slip of the hand until
 * somebody vouches for it.
 *
 * <p>Versions are judged from the earliest start on, each against the events that stood before and
 * those that passed. What says nothing new of what is going to happen passes, and so does what
 * calls an event off: calendars that call off too much are {@link CalendarDiff#suspicion}'s. The
 * attribute {@value #VOUCHER} with any word (a person's name) lets a version pass as it is.
 *
 * @param passed those that may be believed, in the order given
 * @param doubts the others, by start
 */
public record EventVetting(List<Event> passed, List<Doubt> doubts) {
  /** The attribute that names who vouches for an event that looks like a mistake. */
  public static final String VOUCHER = "vouched_by";

  public EventVetting {
    passed = List.copyOf(passed);
    doubts = List.copyOf(doubts);
  }

  /**
   * A version that is not believed.
   *
   * @param reason what is wrong, in one line
   */
  public record Doubt(Event version, String reason) {
    /** One line for people, with the remedy. */
    public String summary() {
      return "event '%s' (%s) at %s is put aside: %s; correct it, or give it the attribute %s"
          .formatted(version.title(), version.uid(), version.start(), reason, VOUCHER);
    }
  }

  /**
   * Judges versions that became known now or earlier.
   *
   * @param known what is believed already
   * @param versions what is new, of any events
   * @param now when the versions were heard of that do not say since when they are known
   */
  public static EventVetting of(EventCalendar known, List<Event> versions, Instant now) {
    List<Event> believed = new ArrayList<>(known.versions());
    List<Event> ordered = new ArrayList<>(versions);
    ordered.sort(Comparator.comparing(Event::start));
    List<Doubt> doubts = new ArrayList<>();
    for (Event version : ordered) {
      Optional<String> why = new EventDoubts(believed).about(version, now);
      why.ifPresentOrElse(
          reason -> doubts.add(new Doubt(version, reason)), () -> believed.add(version));
    }
    List<Event> doubtful = doubts.stream().map(Doubt::version).toList();
    return new EventVetting(versions.stream().filter(v -> !doubtful.contains(v)).toList(), doubts);
  }
}
