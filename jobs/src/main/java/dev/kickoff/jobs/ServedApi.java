package dev.kickoff.jobs;

import dev.kickoff.jobs.api.ApiServer;
import dev.kickoff.jobs.api.ApiSettings;
import dev.kickoff.jobs.api.ReadinessCheck;
import dev.kickoff.jobs.api.Writing;
import dev.kickoff.jobs.api.audit.AuditTrail;
import dev.kickoff.jobs.api.metrics.EngineMetrics;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.whatif.GroupScore.OwnPolicy;
import dev.kickoff.jobs.api.whatif.ScorecardRoute;
import dev.kickoff.jobs.api.whatif.WhatIfRoute;
import dev.kickoff.jobs.api.write.TopicOrderLog;
import dev.kickoff.jobs.config.FleetSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole API over the topics of a broker: every route of the contract, and where what people
 * change is written. It changes no group itself.
 */
final class ServedApi implements AutoCloseable {
  private final OpenParts parts = new OpenParts();
  private final ApiServer server;
  private final int port;

  /**
   * Opens the door; it listens when this returns.
   *
   * @param feeds closed by whoever opened them
   * @param beyond what {@code /readyz} asks beside whether the topics are read
   */
  ServedApi(ApiFeeds feeds, ApiSettings settings, List<ReadinessCheck> beyond) {
    ApiFeeds.Source source = feeds.source();
    EngineTime time = source.time();
    EngineViews views = feeds.views();
    List<ReadinessCheck> checks = new ArrayList<>();
    checks.add(new ReadinessCheck("kafka", feeds::problem));
    checks.addAll(beyond);
    try {
      server = parts.with(new ApiServer(settings, views, time, checks));
      TopicOrderLog orders = parts.with(new TopicOrderLog(source.bootstrap(), views.arrivals()));
      server
          .with(parts.with(AuditTrail.start(source.bootstrap(), time.clock())))
          .with(new Writing(views, time, orders, feeds.previews()))
          .with(new WhatIfRoute(views, time, feeds.previews(), feeds.foresight()))
          .with(new ScorecardRoute(views, time, ownPolicies(feeds.fleets())));
      port = server.start();
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private static Map<String, OwnPolicy> ownPolicies(List<FleetSettings> fleets) {
    Map<String, OwnPolicy> policies = new HashMap<>();
    for (FleetSettings fleet : fleets) {
      fleet
          .reactive()
          .map(own -> new OwnPolicy(own, fleet.zones()))
          .ifPresent(own -> policies.put(fleet.group().group(), own));
    }
    return policies;
  }

  /** Where it listens. */
  int port() {
    return port;
  }

  /** The metrics, for those parts of the engine that count something themselves. */
  EngineMetrics metrics() {
    return server.metrics();
  }

  @Override
  public void close() {
    parts.close();
  }
}
