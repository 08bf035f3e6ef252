package dev.kickoff.jobs.api.write.event;

import dev.kickoff.jobs.api.http.ApiPart;
import dev.kickoff.jobs.api.http.JsonBody;
import dev.kickoff.jobs.api.http.Query;
import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.read.EventReader;
import dev.kickoff.jobs.api.review.ReviewDocument;
import dev.kickoff.jobs.api.security.Caller;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.write.Answer;
import dev.kickoff.jobs.api.write.Idempotency;
import dev.kickoff.jobs.api.write.order.OrderOrigin;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventEdit;
import dev.kickoff.model.review.Review;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The routes of single events: {@code /v1/events}. */
final class EventRoutes implements ApiPart {
  private final EngineViews views;
  private final EventDesk desk;
  private final EventReviews reviews;
  private final Idempotency idempotency;

  EventRoutes(EngineViews views, EventDesk desk, EventReviews reviews, Idempotency idempotency) {
    this.views = views;
    this.desk = desk;
    this.reviews = reviews;
    this.idempotency = idempotency;
  }

  @Override
  public void addTo(Javalin app) {
    app.get("/v1/events/{uid}", this::one);
    app.post("/v1/events", ctx -> idempotency.answer(ctx, () -> add(ctx)));
    app.put("/v1/events/{uid}", ctx -> idempotency.answer(ctx, () -> replace(ctx)));
    app.delete("/v1/events/{uid}", ctx -> idempotency.answer(ctx, () -> cancel(ctx)));
    app.post("/v1/events/{uid}/move", ctx -> idempotency.answer(ctx, () -> move(ctx)));
    app.post("/v1/events/{uid}/confirm", ctx -> idempotency.answer(ctx, () -> confirm(ctx)));
  }

  private void one(Context ctx) {
    new Query(ctx);
    made(desk.standing(ctx.pathParam("uid")), 200).to(ctx);
  }

  private Answer add(Context ctx) {
    EventDraft draft = JsonBody.of(ctx, "addEvent", EventDraft.class);
    String uid = draft.uid().orElseGet(() -> "api-" + OrderOrigin.of(ctx).id());
    return desk.inTurn(
        () -> {
          Optional<Event> known = views.newestVersion(uid);
          Event next =
              known
                  .map(was -> new EventEdit(was, desk.now()))
                  .map(edit -> EventDraft.valid(() -> edit.replacedBy(draft.text())))
                  .orElseGet(() -> draft.first(uid, desk.now()));
          if (known.isPresent() && !known.get().isCancelled()) {
            return again(known.get(), draft);
          }
          EventChange change = new EventChange(known, next, author(ctx), "added");
          return answer(ctx, change, 201);
        });
  }

  /** A request that was carried out before, by a server that no longer knows of it. */
  private Answer again(Event known, EventDraft draft) {
    Event asked = draft.first(known.uid(), desk.now());
    if (draft.uid().isPresent() || !known.equals(with(asked, known))) {
      throw Refusal.conflict(
          "event '" + known.uid() + "' is there already; change it with PUT and its ETag");
    }
    return made(known, 201);
  }

  private static Event with(Event asked, Event known) {
    return new Event(
        asked.uid(),
        asked.title(),
        asked.category(),
        asked.start(),
        asked.end(),
        asked.attributes(),
        known.version());
  }

  private Answer replace(Context ctx) {
    EventDraft draft = JsonBody.of(ctx, "replaceEvent", EventDraft.class);
    String uid = ctx.pathParam("uid");
    if (draft.uid().isPresent() && !draft.uid().get().equals(uid)) {
      throw Refusal.field("/uid", "is not that of the path; an event keeps its uid");
    }
    return change(ctx, "replaced", edit -> EventDraft.valid(() -> edit.replacedBy(draft.text())));
  }

  private Answer cancel(Context ctx) {
    return change(
        ctx,
        "called off",
        edit -> {
          if (edit.standing().isCancelled()) {
            throw Refusal.conflict("the event is called off already");
          }
          return edit.cancelled();
        });
  }

  private Answer move(Context ctx) {
    MoveRequest request = JsonBody.of(ctx, "moveEvent", MoveRequest.class);
    return change(ctx, request.reason(), request::edited);
  }

  private Answer change(Context ctx, String reason, Function<EventEdit, Event> edit) {
    List<String> tags = tags(ctx);
    return desk.inTurn(
        () -> {
          Event standing = desk.standing(ctx.pathParam("uid"));
          String tag = EventReader.tag(standing);
          if (!tags.contains(tag)) {
            throw new Refusal(
                412, "the event has changed since it was read; its ETag is now \"" + tag + '"');
          }
          Event next = edit.apply(new EventEdit(standing, desk.now()));
          EventChange change = new EventChange(Optional.of(standing), next, author(ctx), reason);
          return answer(ctx, change, 200);
        });
  }

  private static List<String> tags(Context ctx) {
    String given = ctx.header("If-Match");
    if (given == null) {
      throw new Refusal(428, "send the ETag of the event as it was read in If-Match");
    }
    return Arrays.stream(given.split(","))
        .map(tag -> tag.strip().replaceFirst("^W/", "").replace("\"", ""))
        .toList();
  }

  private Answer answer(Context ctx, EventChange change, int status) {
    if (new Query(ctx, "dryRun").flag("dryRun")) {
      List<String> warnings =
          reviews.doubts(List.of(change.next())).stream().map(d -> d.summary()).toList();
      return Answer.ok(desk.preview(change).with("warnings", warnings));
    }
    Optional<Review> waits = reviews.doubted(change, OrderOrigin.of(ctx));
    return waits
        .map(r -> Answer.waiting(ReviewDocument.of(r), "/v1/reviews/" + r.id()))
        .orElseGet(() -> made(desk.publish(List.of(change), EventDesk.ORIGIN).get(0), status));
  }

  private Answer made(Event event, int status) {
    Answer answer =
        status == 201
            ? Answer.created(desk.document(event), "/v1/events/" + Answer.segment(event.uid()))
            : Answer.ok(desk.document(event));
    return answer.tagged(EventReader.tag(event));
  }

  private Answer confirm(Context ctx) {
    new Query(ctx);
    String by = author(ctx);
    return made(desk.inTurn(() -> desk.confirm(ctx.pathParam("uid"), by)), 200);
  }

  private static String author(Context ctx) {
    return Caller.of(ctx).name();
  }
}
