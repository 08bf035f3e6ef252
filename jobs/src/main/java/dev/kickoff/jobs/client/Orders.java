package dev.kickoff.jobs.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.client.document.Outcome;
import dev.kickoff.jobs.client.document.Preview;
import dev.kickoff.jobs.client.document.StandingOverride;
import dev.kickoff.jobs.client.request.Body;
import dev.kickoff.jobs.client.request.Filter;
import dev.kickoff.jobs.client.request.Order;
import java.util.Optional;
import java.util.function.Function;

/** The orders of operators: given, ended, undone. Every method throws {@link ApiException}. */
public final class Orders {
  private static final String PATH = "/v1/overrides";
  private static final Filter DRY = Filter.none().with("dryRun", true);
  private static final int ACCEPTED = 202;

  private final Transport transport;

  Orders(Transport transport) {
    this.transport = transport;
  }

  /** Those in force and to come, strongest first; filters are group, within and ended. */
  public Pages<StandingOverride> list(Filter filter) {
    return new Pages<>(transport, PATH, filter, StandingOverride::of);
  }

  /** One of them. */
  public StandingOverride get(String id) {
    return transport.send(Call.get(path(id), Filter.none())).as(StandingOverride::of);
  }

  /** What an order would do. */
  public Preview preview(Order order) {
    return transport.send(Call.write("POST", PATH, DRY).with(order.body())).as(Preview::of);
  }

  /** Gives an order; a large one waits for approval. */
  public Outcome<StandingOverride> give(Order order) {
    Call call = Call.write("POST", PATH, Filter.none()).with(order.body());
    return outcome(transport.send(call), StandingOverride::of);
  }

  /** What ending an order would do. */
  public Preview previewEnd(String id, Optional<String> reason) {
    return transport
        .send(Call.write("DELETE", path(id), DRY.with("reason", reason)))
        .as(Preview::of);
  }

  /**
   * Ends an order now; what it held is let go by the ramp.
   *
   * @param reason needed to end an order of somebody else
   */
  public Outcome<StandingOverride> end(String id, Optional<String> reason) {
    Call call = Call.write("DELETE", path(id), Filter.none().with("reason", reason));
    return outcome(transport.send(call), StandingOverride::of);
  }

  /** Makes an order, or its end, as if it had not been given. */
  public StandingOverride undo(String id) {
    return transport
        .send(Call.write("POST", path(id) + "/undo", Filter.none()))
        .as(StandingOverride::of);
  }

  /** What ending the freezes of a group would do; of all where it is empty. */
  public Preview previewResume(Optional<String> group, String reason) {
    return transport.send(resume(DRY, group, reason)).as(Preview::of);
  }

  /** Ends the freezes of a group, or of all; a large difference waits for approval. */
  public Outcome<Preview> resume(Optional<String> group, String reason) {
    return outcome(transport.send(resume(Filter.none(), group, reason)), Preview::of);
  }

  private static Call resume(Filter filter, Optional<String> group, String reason) {
    Body body = new Body().with("group", group).with("reason", reason);
    return Call.write("POST", "/v1/resume", filter).with(body);
  }

  private static String path(String id) {
    return PATH + "/" + Call.part(id);
  }

  static <T> Outcome<T> outcome(Transport.Reply reply, Function<JsonNode, T> reader) {
    return reply.as(
        json ->
            reply.status() == ACCEPTED
                ? Outcome.waiting(json)
                : Outcome.done(reader.apply(json), json));
  }
}
