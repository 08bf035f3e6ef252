package dev.kickoff.jobs.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.client.document.Event;
import dev.kickoff.jobs.client.document.Outcome;
import dev.kickoff.jobs.client.request.EventDraft;
import dev.kickoff.jobs.client.request.Filter;
import dev.kickoff.jobs.client.request.Move;
import java.util.Map;

/**
 * The calendar: events added, moved, called off, imported. Every method throws {@link
 * ApiException}.
 *
 * <p>An edit names the {@linkplain Event#etag tag} of the event as it was read; when somebody else
 * has changed it since, the edit is refused with status 412. With {@code dryRun} an edit shows its
 * effect and changes nothing; what the answer holds then is in its JSON.
 */
public final class Events {
  private static final String PATH = "/v1/events";

  private final Transport transport;

  Events(Transport transport) {
    this.transport = transport;
  }

  /** Events that overlap a span; filters are from and to. */
  public Pages<Event> list(Filter filter) {
    return new Pages<>(transport, PATH, filter, Event::of);
  }

  /** One event. */
  public Event get(String uid) {
    return transport.send(Call.get(path(uid), Filter.none())).as(Event::of);
  }

  /** What a further event would do. */
  public JsonNode previewAdd(EventDraft draft) {
    return transport.send(Call.write("POST", PATH, dry(true)).with(draft.body())).as(json -> json);
  }

  /** Adds an event; one that looks like a slip of the hand waits for approval. */
  public Outcome<Event> add(EventDraft draft) {
    Call call = Call.write("POST", PATH, Filter.none()).with(draft.body());
    return Orders.outcome(transport.send(call), Event::of);
  }

  /** Replaces what an event says. */
  public Outcome<JsonNode> replace(Event event, EventDraft draft, boolean dryRun) {
    Call call = edit("PUT", path(event.uid()), event, dryRun).with(draft.body());
    return Orders.outcome(transport.send(call), json -> json);
  }

  /** Moves or extends an event; its old plan is kept until that is confirmed. */
  public Outcome<JsonNode> move(Event event, Move move, boolean dryRun) {
    Call call = edit("POST", path(event.uid()) + "/move", event, dryRun).with(move.body());
    return Orders.outcome(transport.send(call), json -> json);
  }

  /** Calls an event off; what was planned for it is kept until that is confirmed. */
  public Outcome<JsonNode> cancel(Event event, boolean dryRun) {
    Call call = edit("DELETE", path(event.uid()), event, dryRun);
    return Orders.outcome(transport.send(call), json -> json);
  }

  /** Lets go of what was kept from before the last change of an event. */
  public Event confirm(String uid) {
    return transport.send(Call.write("POST", path(uid) + "/confirm", Filter.none())).as(Event::of);
  }

  /**
   * Reads a calendar: what it adds, changes and deletes.
   *
   * @param mediaType {@code text/calendar} or {@code text/csv}
   */
  public JsonNode importCalendar(String mediaType, String calendar, boolean dryRun) {
    Call call = Call.write("POST", PATH + "/import", dry(dryRun)).with(mediaType, calendar);
    return transport.send(call).as(json -> json);
  }

  private static Call edit(String method, String path, Event event, boolean dryRun) {
    String tag = '"' + event.etag().replace("\"", "") + '"';
    return Call.write(method, path, dry(dryRun)).with(Map.entry("If-Match", tag));
  }

  private static Filter dry(boolean dryRun) {
    return dryRun ? Filter.none().with("dryRun", true) : Filter.none();
  }

  private static String path(String uid) {
    return PATH + "/" + Call.part(uid);
  }
}
