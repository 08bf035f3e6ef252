package dev.kickoff.jobs.api.write.event;

import dev.kickoff.jobs.api.http.ApiPart;
import dev.kickoff.jobs.api.http.Query;
import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.security.Caller;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.write.Answer;
import dev.kickoff.jobs.api.write.Idempotency;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The import of a calendar: {@code /v1/events/import}.
 *
 * <p>Events are called off as deleted only when an earlier import of the calendar with the same
 * name brought them, so that two calendars do not delete each other's.
 */
final class ImportRoute implements ApiPart {
  private static final String CALENDAR = "calendar";
  private static final String UNNAMED = "unnamed";

  private final EngineViews views;
  private final EventDesk desk;
  private final Idempotency idempotency;

  ImportRoute(EngineViews views, EventDesk desk, Idempotency idempotency) {
    this.views = views;
    this.desk = desk;
    this.idempotency = idempotency;
  }

  @Override
  public void addTo(Javalin app) {
    app.post("/v1/events/import", ctx -> idempotency.answer(ctx, () -> read(ctx)));
  }

  private Answer read(Context ctx) {
    Query query = new Query(ctx, "dryRun", "zone", CALENDAR);
    boolean dryRun = query.flag("dryRun");
    String origin = "api-import/" + query.text(CALENDAR, 1, 100).orElse(UNNAMED);
    String type = Optional.ofNullable(ctx.contentType()).orElse("").toLowerCase(Locale.ROOT);
    boolean ical = type.startsWith("text/calendar");
    String by = Caller.of(ctx).name();
    ImportReading reading =
        ImportReading.of(ctx.bodyAsBytes(), ical, zone(query.text("zone")), desk.now());
    return desk.inTurn(
        () -> {
          Instant now = desk.now();
          ImportPlan plan =
              ImportPlan.of(
                  reading,
                  views.calendar(),
                  event -> views.originOf(event.uid()).equals(Optional.of(origin)),
                  now);
          if (dryRun) {
            return Answer.ok(ImportDocument.of(plan, false));
          }
          plan.suspicion().ifPresent(ImportRoute::refuse);
          List<EventChange> changes = plan.changes(views::newestVersion, now, by);
          desk.publish(changes, origin);
          return Answer.ok(ImportDocument.of(plan, true));
        });
  }

  private static void refuse(String why) {
    throw Refusal.conflict(
        "the calendar is not taken over: "
            + why
            + "; if that is meant, call the events off (STATUS:CANCELLED, in CSV status"
            + " cancelled)");
  }

  private static ZoneId zone(Optional<String> name) {
    try {
      return ZoneId.of(name.orElse("UTC"));
    } catch (DateTimeException e) {
      throw new Refusal(
          400, Query.wrong("zone", name.orElse(""), "a time zone such as Europe/Paris"));
    }
  }
}
