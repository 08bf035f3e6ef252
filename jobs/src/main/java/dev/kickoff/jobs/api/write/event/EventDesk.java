package dev.kickoff.jobs.api.write.event;

import dev.kickoff.jobs.api.http.Fields;
import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.read.EventReader;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.view.StatusReader;
import dev.kickoff.jobs.api.write.Effects;
import dev.kickoff.jobs.api.write.OrderLog;
import dev.kickoff.jobs.api.write.Undo;
import dev.kickoff.jobs.api.write.order.OverrideDesk;
import dev.kickoff.jobs.control.preview.PreviewDesk.Signature;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.control.preview.Effect;
import dev.kickoff.model.override.KeptPlan;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OverrideBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Publishes versions of events, one change after the other, and keeps what was planned before until
 * somebody confirms the change.
 */
public final class EventDesk {
  /** Who wrote versions that were made here. */
  public static final String ORIGIN = "api";

  private static final Duration PLANNED = Duration.ofDays(3);

  private final EngineViews views;
  private final EngineTime time;
  private final OrderLog log;
  private final Planning planning;
  private final EventDocument documents;
  private final ReentrantLock turn = new ReentrantLock();

  /** Where orders are kept and effects are asked for. */
  public record Planning(OverrideDesk orders, Effects effects) {}

  public EventDesk(EngineViews views, EngineTime time, OrderLog log, Planning planning) {
    this.views = views;
    this.time = time;
    this.log = log;
    this.planning = planning;
    this.documents = new EventDocument(new EventReader(views, new StatusReader(views, time)));
  }

  Instant now() {
    return time.now();
  }

  /** Does something while nobody else changes an event. */
  <T> T inTurn(Supplier<T> action) {
    turn.lock();
    try {
      return action.get();
    } finally {
      turn.unlock();
    }
  }

  /** An event as it stands, also one that was called off. */
  Event standing(String uid) {
    return views
        .newestVersion(uid)
        .orElseThrow(
            () -> new Refusal(404, "there is no event '" + uid + "'; GET /v1/events lists them"));
  }

  Fields document(Event event) {
    return documents.of(event, now(), planning.orders().book());
  }

  /** What a change would do, with what would be kept of the plan. */
  Fields preview(EventChange change) {
    List<OperatorOverride> kept = kept(List.of(change));
    List<Effect> effects =
        planning
            .effects()
            .scheduling(
                calendar -> calendar.with(change.next().numbered(views.calendarRevision() + 1)),
                book -> with(book, kept));
    return Effects.preview(effects)
        .with("event", documents.of(change.next(), now(), with(OverrideBook.empty(), kept)));
  }

  private static OverrideBook with(OverrideBook book, List<OperatorOverride> orders) {
    OverrideBook all = book;
    for (OperatorOverride order : orders) {
      all = all.with(order);
    }
    return all;
  }

  /** Makes changes, after what was planned before is kept; the events as they stand then. */
  List<Event> publish(List<EventChange> changes, String origin) {
    for (EventChange change : changes) {
      kept(List.of(change)).forEach(order -> log.write(order, change.by()));
    }
    List<Event> versions = new ArrayList<>();
    for (EventChange change : changes) {
      versions.add(change.next().numbered(views.calendarRevision() + versions.size() + 1));
    }
    log.write(versions, origin);
    return versions.stream().map(version -> standing(version.uid())).toList();
  }

  private List<OperatorOverride> kept(List<EventChange> changes) {
    Instant now = now();
    List<OperatorOverride> kept = new ArrayList<>();
    for (EventChange change : changes) {
      Optional<Event> was = change.standing().filter(e -> change.movesPlans());
      if (was.isPresent() && was.get().start().isBefore(now.plus(PLANNED))) {
        Signature signature = new Signature(change.by(), change.reason());
        for (String group : planning.effects().desk().groups()) {
          OverrideBook known = with(planning.orders().book(), kept);
          kept.addAll(planning.effects().desk().kept(group, was.get(), known, signature));
        }
      }
    }
    return kept;
  }

  /** Lets go of what was kept of an event's plans. */
  Event confirm(String uid, String by) {
    Event event = standing(uid);
    Instant now = now();
    List<OperatorOverride> open =
        KeptPlan.of(uid, planning.orders().book()).stream()
            .filter(order -> order.until().isAfter(now))
            .toList();
    if (open.isEmpty()) {
      throw Refusal.conflict("nothing of an earlier plan is kept for event '" + uid + "'");
    }
    planning.orders().write(book -> open.stream().map(o -> Undo.ended(o, now)).toList(), by);
    return event;
  }
}
