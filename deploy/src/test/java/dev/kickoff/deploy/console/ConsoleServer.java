package dev.kickoff.deploy.console;

import dev.kickoff.jobs.api.ApiServer;
import dev.kickoff.jobs.api.ApiSettings;
import dev.kickoff.jobs.api.security.KnownTokens;
import dev.kickoff.jobs.api.security.Role;
import java.util.List;

/** The real API and console on a free port, over the views of a fake day. */
final class ConsoleServer implements AutoCloseable {
  /** Routes that need a whole engine behind them. */
  static final List<String> ABSENT = List.of("/v1/overrides", "/v1/reviews", "/v1/scorecards");

  private final KnownTokens tokens = KnownTokens.oneForEachRole();
  private final ApiServer server;
  private final int port;

  ConsoleServer(FakeMatchDay day) {
    server =
        new ApiServer(ApiSettings.loopback(0, "test", tokens), day.views(), day.time(), List.of());
    port = server.start();
  }

  String origin() {
    return "http://127.0.0.1:" + port;
  }

  /** The token of somebody with a role. */
  String token(Role role) {
    return tokens.of(role);
  }

  @Override
  public void close() {
    server.close();
  }
}
