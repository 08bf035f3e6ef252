package dev.kickoff.jobs.api;

import dev.kickoff.jobs.api.http.ApiJson;
import dev.kickoff.jobs.api.metrics.EngineMetrics;
import dev.kickoff.jobs.api.stream.LiveStream;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** The routes of the server itself: whether it lives, what it counts, what changes. */
final class Routes {
  /** One check of readiness; the problem is absent when it holds. */
  record Check(String name, boolean ok, Optional<String> problem) {}

  /** All checks. */
  record Ready(boolean ready, List<Check> checks) {}

  private final List<ReadinessCheck> checks;

  Routes(List<ReadinessCheck> checks) {
    this.checks = checks;
  }

  void addTo(Javalin app, EngineMetrics metrics, LiveStream stream) {
    app.get("/healthz", ctx -> ctx.result("ok\n"));
    app.get("/readyz", this::ready);
    app.get("/metrics", ctx -> ctx.result(metrics.text()).contentType(EngineMetrics.CONTENT_TYPE));
    app.get("/v1/stream", stream::serve);
  }

  private void ready(Context ctx) {
    List<Check> answers =
        checks.stream()
            .map(check -> new Check(check.name(), true, check.ask()))
            .map(c -> new Check(c.name(), c.problem().isEmpty(), c.problem()))
            .toList();
    boolean ready = answers.stream().allMatch(Check::ok);
    ctx.status(ready ? 200 : 503);
    ApiJson.answer(ctx, new Ready(ready, answers));
  }
}
