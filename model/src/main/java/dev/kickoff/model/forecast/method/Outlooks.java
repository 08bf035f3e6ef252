package dev.kickoff.model.forecast.method;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.Similarity.Likeness;
import dev.kickoff.model.forecast.EventOutlook;
import dev.kickoff.model.forecast.EventOutlook.Neighbour;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.event.EventWindows;
import dev.kickoff.model.forecast.shape.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells which events act on a forecast, and which past events they lean on. */
final class Outlooks {
  private static final int MOST_EVENTS = 20;
  private static final int MOST_NEIGHBOURS = 5;
  private static final Duration LONGEST_AFTER = Duration.ofHours(48);
  private static final Duration ACTS_BEFORE = Duration.ofHours(3);

  private Outlooks() {}

  static List<EventOutlook> of(ForecastRequest request, Shape shape, Timing timing) {
    Instant from = request.issuedAt().minus(LONGEST_AFTER);
    Instant until = request.issuedAt().plus(request.horizon()).plus(ACTS_BEFORE);
    UnseenEvents unseen = new UnseenEvents(request, shape);
    List<EventOutlook> outlooks = new ArrayList<>();
    for (Event event : request.calendar().overlapping(from, until)) {
      boolean acts = EventWindows.actsUntil(event).isAfter(request.issuedAt());
      if (acts && outlooks.size() < MOST_EVENTS) {
        List<Likeness> likes = shape.like(event, request.calendar());
        String known = unseen.isUnseen(event) ? unseen.room(event).inWords() : known(event, likes);
        outlooks.add(outlook(event, likes, off(event, request, timing), known));
      }
    }
    return outlooks;
  }

  /** How far an event is off its times, in minutes. */
  private record Off(int start, int overtime) {}

  private static Off off(Event event, ForecastRequest request, Timing timing) {
    Instant now = request.issuedAt();
    return new Off(
        timing.startMinutes(event, now), timing.overtimeMinutes(event, request.calendar(), now));
  }

  private static EventOutlook outlook(Event event, List<Likeness> likes, Off off, String known) {
    double total = likes.stream().mapToDouble(Likeness::weight).sum();
    List<Neighbour> neighbours =
        likes.stream()
            .limit(MOST_NEIGHBOURS)
            .map(
                like ->
                    new Neighbour(
                        like.event().uid(),
                        like.event().title(),
                        like.event().start(),
                        Math.rint(1000 * like.weight() / (total + 1)) / 1000,
                        like.alike()))
            .toList();
    return new EventOutlook(
        event.uid(),
        event.title(),
        event.start().plus(Duration.ofMinutes(off.start())),
        neighbours,
        basis(known, off));
  }

  private static String known(Event event, List<Likeness> likes) {
    double total = likes.stream().mapToDouble(Likeness::weight).sum();
    return likes.isEmpty()
        ? "no past event of category '" + event.category() + "' is known: nothing is added for it"
        : String.format(
            Locale.ROOT,
            "%.0f %% from %d past events of '%s' by resemblance, the rest from their class",
            100 * total / (total + 1),
            likes.size(),
            event.category());
  }

  private static String basis(String known, Off off) {
    if (off.overtime() > 0) {
      return String.format(
          Locale.ROOT,
          "demand stays high past the planned end, reckoned to end %d minutes later; %s",
          off.overtime(),
          known);
    }
    if (off.start() == 0) {
      return known;
    }
    return String.format(
        Locale.ROOT,
        "demand looks like a start %d minutes %s than announced; %s",
        Math.abs(off.start()),
        off.start() > 0 ? "later" : "earlier",
        known);
  }
}
