package dev.kickoff.jobs.api.read;

import dev.kickoff.jobs.api.read.Documents.EventSummary;
import dev.kickoff.jobs.api.read.EventView.PhaseSpan;
import dev.kickoff.jobs.api.read.EventView.Readiness;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.view.StatusReader;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.event.EventWindows;
import dev.kickoff.model.forecast.event.Phase;
import dev.kickoff.model.forecast.track.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws together what is known of events. */
public final class EventReader {
  private static final long STEP_MILLIS = 5 * 60_000L;
  private static final Duration AROUND = Duration.ofHours(2);
  private static final Duration AFTER = Duration.ofHours(14);

  private final EngineViews views;
  private final StatusReader status;

  public EventReader(EngineViews views, StatusReader status) {
    this.views = views;
    this.status = status;
  }

  /** The events that stand and overlap [{@code from}, {@code to}), as seen at {@code now}. */
  public List<EventView> events(Instant from, Instant to, Instant now) {
    ReadinessReader readiness = new ReadinessReader(views, status.inputs(now), now);
    return views.calendar().overlapping(from, to).stream()
        .map(event -> view(event, readiness, now))
        .toList();
  }

  /** One event as seen at {@code now}; also one that was called off. */
  public EventView event(Event event, Instant now) {
    return view(event, new ReadinessReader(views, status.inputs(now), now), now);
  }

  private static EventView view(Event event, ReadinessReader readiness, Instant now) {
    boolean ahead = !event.isCancelled() && event.end().isAfter(now);
    return new EventView(
        EventSummary.of(event),
        tag(event),
        event.isCancelled() ? List.of() : phases(event),
        Duration.between(now, event.start()).toMillis() / 1000.0,
        ahead ? Optional.of(Readiness.of(readiness.of(event))) : Optional.empty());
  }

  /** Changes with every version of an event. */
  public static String tag(Event event) {
    return event.version().sequence() + "-" + event.version().revision();
  }

  /** The stretches in which the models take demand to be under the event's influence. */
  static List<PhaseSpan> phases(Event event) {
    if (event.isAllDay()) {
      return List.of(new PhaseSpan(name(Phase.HOLIDAY), event.start(), event.end()));
    }
    long from = event.start().minus(AROUND).toEpochMilli();
    long until = event.end().plus(AFTER).toEpochMilli();
    Span span = new Span(from, STEP_MILLIS, (int) ((until - from) / STEP_MILLIS) + 1);
    Phase[] phases = EventWindows.phases(span, EventCalendar.of(List.of(event)));
    List<PhaseSpan> found = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= phases.length; i++) {
      if (i == phases.length || phases[i] != phases[start]) {
        if (phases[start] != Phase.QUIET) {
          found.add(new PhaseSpan(name(phases[start]), at(span, start), at(span, i)));
        }
        start = i;
      }
    }
    return found;
  }

  private static Instant at(Span span, int step) {
    return Instant.ofEpochMilli(span.millisAt(step));
  }

  private static String name(Phase phase) {
    return phase.name().toLowerCase(Locale.ROOT);
  }
}
