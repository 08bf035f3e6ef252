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

  static List<EventOutlook> of(ForecastRequest request, Shape shape, StartShift shift) {
    Instant from = request.issuedAt().minus(LONGEST_AFTER);
    Instant until = request.issuedAt().plus(request.horizon()).plus(ACTS_BEFORE);
    List<EventOutlook> outlooks = new ArrayList<>();
    for (Event event : request.calendar().overlapping(from, until)) {
      boolean acts = EventWindows.actsUntil(event).isAfter(request.issuedAt());
      if (acts && outlooks.size() < MOST_EVENTS) {
        boolean moved = shift.minutes() != 0 && StartShift.concerns(event, request.issuedAt());
        List<Likeness> likes = shape.like(event, request.calendar());
        outlooks.add(outlook(event, likes, moved ? shift.minutes() : 0));
      }
    }
    return outlooks;
  }

  private static EventOutlook outlook(Event event, List<Likeness> likes, int shiftMinutes) {
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
        event.start().plus(Duration.ofMinutes(shiftMinutes)),
        neighbours,
        basis(event, likes.size(), total, shiftMinutes));
  }

  private static String basis(Event event, int count, double total, int shiftMinutes) {
    String known =
        count == 0
            ? "no past event of category '" + event.category() + "': nothing is added for it"
            : String.format(
                Locale.ROOT,
                "%.0f %% from %d past events of '%s' by resemblance, the rest from their class",
                100 * total / (total + 1),
                count,
                event.category());
    if (shiftMinutes == 0) {
      return known;
    }
    return String.format(
        Locale.ROOT,
        "demand looks like a start %d minutes %s than announced; %s",
        Math.abs(shiftMinutes),
        shiftMinutes > 0 ? "later" : "earlier",
        known);
  }
}
