package dev.kickoff.jobs.api.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.jobs.Brain;
import dev.kickoff.jobs.api.ApiServer;
import dev.kickoff.jobs.api.ApiSettings;
import dev.kickoff.jobs.api.Writing;
import dev.kickoff.jobs.api.security.Caller;
import dev.kickoff.jobs.api.security.Role;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.whatif.WhatIfRoute;
import dev.kickoff.jobs.control.Inbox;
import dev.kickoff.jobs.control.preview.Foresight;
import dev.kickoff.jobs.control.preview.PreviewDesk;
import dev.kickoff.jobs.control.preview.PreviewGroup;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.DecisionInputs;
import dev.kickoff.model.control.DecisionKey;
import dev.kickoff.model.control.FloorChange;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.ReleaseMode;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.review.Review;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A server with everything that writes, two groups, and two clocks that are set by hand. */
final class Office implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-06-19T12:00:00Z");

  volatile Instant now = NOON;
  volatile Instant wall = Instant.parse("2030-01-01T00:00:00Z");
  final EngineViews views =
      new EngineViews(List.of(group("web-asg", "web"), group("api-asg", "api")), () -> now);
  private final EngineTime time = new EngineTime(() -> now, () -> 1.0, () -> false);
  final Map<String, Inbox> inboxes = Map.of("web-asg", new Inbox(), "api-asg", new Inbox());
  final PreviewDesk previews =
      new PreviewDesk(
          views.groups().stream()
              .map(g -> new PreviewGroup(g, Brain.planner(), inboxes.get(g.group())))
              .toList(),
          Brain.controller(),
          Foresight.NONE,
          () -> now);
  private final HttpClient http = HttpClient.newHttpClient();
  private final ApiServer server;
  private final int port;

  /** What was answered. */
  record Reply(int status, JsonNode json, HttpResponse<String> whole) {
    String text(String field) {
      return json.path(field).asText();
    }

    String header(String name) {
      return whole.headers().firstValue(name).orElse("");
    }
  }

  /** An office whose orders stand at once. */
  Office() {
    this(MemoryLog::new);
  }

  Office(Function<Office, OrderLog> log) {
    server =
        new ApiServer(
                ApiSettings.loopback(
                    0, "test", name -> new Caller(name, Set.of(Role.OPERATOR, Role.APPROVER))),
                views,
                time,
                List.of())
            .with(
                new Writing(views, new Writing.Clocks(time, () -> wall), log.apply(this), previews))
            .with(new WhatIfRoute(views, time, previews, Foresight.NONE));
    port = server.start();
  }

  private static GroupSettings group(String name, String service) {
    return new GroupSettings(
        name,
        new Service(service),
        new HostProfile(1_000),
        LeadTime.constant(Duration.ofMinutes(10)),
        new GroupSize(2, 100, 2),
        ControlMode.FORECAST_AND_SCALE,
        ReleaseMode.FLOOR);
  }

  /** A log whose records stand at once, and are read by the views and the previews. */
  static class MemoryLog implements OrderLog {
    private final Office office;

    MemoryLog(Office office) {
      this.office = office;
    }

    @Override
    public void write(OperatorOverride order, String by) {
      office.views.accept(order, office.wall);
      office.inboxes.values().forEach(inbox -> inbox.accept(order));
    }

    @Override
    public void write(Review review, String by) {
      office.views.accept(review);
    }

    @Override
    public void forget(OperatorOverride order) {
      office.views.orders().forget(order.id());
      office.inboxes.values().forEach(inbox -> inbox.withdraw(order.id()));
    }

    @Override
    public void forget(Review review) {
      office.views.reviews().forget(review.id());
    }

    @Override
    public void write(List<Event> versions, String origin) {
      for (Event version : versions) {
        office.views.accept(version, Optional.of(origin));
        office.inboxes.values().forEach(inbox -> inbox.accept(version));
      }
    }
  }

  /** A decision that stands: the floor, what was wanted, and what guardrails said. */
  void decided(Decision decision) {
    views.accept(decision);
    previews.accept(decision);
  }

  /** A decision that holds a group at a floor. */
  Decision decision(String group, long sequence, int floor, Verdict... trail) {
    int wanted = trail.length == 0 ? floor : trail[0].proposed();
    return new Decision(
        new DecisionKey(group, sequence, now),
        ControlMode.FORECAST_AND_SCALE,
        new FloorChange(floor, wanted, floor),
        List.of(trail),
        "as it was",
        new DecisionInputs(
            Optional.of(
                new FleetState(
                    group, now, new GroupSize(floor, 100, floor), floor, 0, Map.of("a", floor))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1,
            Optional.empty()),
        "digest-" + sequence);
  }

  /** Engine time and wall time go on. */
  void pass(Duration duration) {
    now = now.plus(duration);
    wall = wall.plus(duration);
  }

  Reply get(String path) throws Exception {
    return send("GET " + path, "ann");
  }

  /** A request with a JSON body, in which apostrophes stand for quotes. */
  Reply post(String path, String body, String... headers) throws Exception {
    return send("POST " + path, "ann", body, headers);
  }

  Reply send(String request, String caller) throws Exception {
    return send(request, caller, "");
  }

  Reply send(String line, String caller, String body, String... headers) throws Exception {
    String[] asked = line.split(" ", 2);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + asked[1]))
            .header("Authorization", "Bearer " + caller)
            .header("Content-Type", "application/json")
            .method(asked[0], HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    HttpResponse<String> whole = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    JsonNode json = whole.body().startsWith("{") ? new ObjectMapper().readTree(whole.body()) : null;
    return new Reply(whole.statusCode(), json, whole);
  }

  @Override
  public void close() {
    server.close();
  }
}
