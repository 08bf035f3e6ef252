package dev.kickoff.jobs.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.client.document.Decision;
import dev.kickoff.jobs.client.document.Forecast;
import dev.kickoff.jobs.client.document.Session;
import dev.kickoff.jobs.client.document.Status;
import dev.kickoff.jobs.client.request.Filter;
import dev.kickoff.jobs.client.request.WhatIf;
import java.util.Optional;

/**
 * A client of Kickoff's API; the contract is served at {@code /v1/openapi.yaml}.
 *
 * <pre>{@code
 * KickoffClient kickoff =
 *     new KickoffClient(ClientSettings.of(URI.create("http://127.0.0.1:8080"), token));
 *
 * Status status = kickoff.status();
 * Forecast believed =
 *     kickoff.forecast("web", Filter.none().with("asOf", Instant.parse("2026-06-11T19:00:00Z")));
 *
 * Order floor =
 *     new Order(
 *         Optional.of("web-asg"),
 *         Order.Kind.FLOOR,
 *         Optional.of(40),
 *         "extra time, until the shoot-out is over",
 *         Order.Term.lasting(Duration.ofHours(1)));
 * kickoff.orders().preview(floor).effects().forEach(System.out::println);
 * kickoff.orders().give(floor);
 * }</pre>
 *
 * <p>What is known of an answer is read into values, fields that are not known are skipped, and the
 * whole answer stays in {@code json()}. A failure is an {@link ApiException}: of the server with
 * its status, or without one when the server was not reached. Thread safe.
 */
public final class KickoffClient {
  private final Transport transport;

  public KickoffClient(ClientSettings settings) {
    this.transport = new Transport(settings);
  }

  /** Who is asking, as the server sees it. */
  public Session session() {
    return transport.send(Call.get("/v1/session", Filter.none())).as(Session::of);
  }

  /** Is it acting, how old is what it sees, what comes next. */
  public Status status() {
    return transport.send(Call.get("/v1/status", Filter.none())).as(Status::of);
  }

  /**
   * A forecast: the current one, or the one that was believed at {@code asOf}.
   *
   * @param filter kind, asOf, horizon (ISO 8601), quantile
   */
  public Forecast forecast(String service, Filter filter) {
    return transport.send(Call.get("/v1/forecasts/" + Call.part(service), filter)).as(Forecast::of);
  }

  /** Decisions, newest first; filters are group, action, from, to and limit (of a page). */
  public Pages<Decision> decisions(Filter filter) {
    return new Pages<>(transport, "/v1/decisions", filter, Decision::of);
  }

  /**
   * A decision with its trail and its inputs.
   *
   * @param sequence its number, or {@code latest}
   */
  public Decision explain(String group, String sequence) {
    String path = "/v1/decisions/" + Call.part(group) + "/" + Call.part(sequence);
    return transport.send(Call.get(path, Filter.none())).as(Decision::explained);
  }

  /** What acting did, or would have done; filters are from and to. */
  public JsonNode scorecard(String group, Filter filter) {
    return read("/v1/scorecards/" + Call.part(group), filter);
  }

  /** What people and programs asked for, newest first; filters are actor, group and limit. */
  public Pages<JsonNode> audit(Filter filter) {
    return new Pages<>(transport, "/v1/audit", filter, json -> json);
  }

  /** The plan, its cost and what guardrails would say, under other circumstances. */
  public JsonNode whatIf(WhatIf circumstances) {
    Call call = Call.write("POST", "/v1/what-if", Filter.none()).with(circumstances.body());
    return transport.send(call).as(json -> json);
  }

  /**
   * Any other read of the contract, such as {@code /v1/fleets}.
   *
   * @param path begins with a slash, percent-encoded
   */
  public JsonNode read(String path, Filter filter) {
    return transport.send(Call.get(path, filter)).as(json -> json);
  }

  /** What operators order. */
  public Orders orders() {
    return new Orders(transport);
  }

  /** The calendar. */
  public Events events() {
    return new Events(transport);
  }

  /** What waits for a person. */
  public Reviews reviews() {
    return new Reviews(transport);
  }

  /**
   * Follows changes as they happen.
   *
   * @param after the id of the message after which to go on; empty for from now
   */
  public Subscription follow(Optional<String> after) {
    return new Subscription(transport, after);
  }
}
