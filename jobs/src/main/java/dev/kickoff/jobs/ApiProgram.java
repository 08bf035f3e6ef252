package dev.kickoff.jobs;

import dev.kickoff.connectors.kafka.TopicAdmin;
import dev.kickoff.jobs.api.ApiSettings;
import dev.kickoff.jobs.api.security.TokenCheck;
import dev.kickoff.jobs.api.security.access.AccessSettings;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.api.webhook.Webhooks;
import dev.kickoff.jobs.config.FleetSettings;
import dev.kickoff.jobs.config.api.ApiProgramSettings;
import dev.kickoff.jobs.config.api.ApiProgramSettings.Kafka;
import dev.kickoff.jobs.config.api.ApiProgramSettings.Listen;
import dev.kickoff.jobs.control.Inbox;
import dev.kickoff.jobs.control.InboxFeed;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.demand.ServiceMasks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The API and the console as a program of its own, beside the controllers: it shows what the topics
 * say and writes what people order, and has no access to any group.
 *
 * <p>Several may run. Each reads the topics itself and begins an audit chain of its own; sessions
 * of browsers, limits, and answers to repeated requests are known to the one that gave them only.
 */
public final class ApiProgram implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final OpenParts parts = new OpenParts();
  private final Map<Service, Inbox> inboxes = new TreeMap<>();
  private final Map<Service, InboxFeed> feeds = new TreeMap<>();
  private final ApiFeeds known;
  private final int port;

  /**
   * Starts to read the topics, which are made where they are missing; it listens when all that
   * stood in them is known.
   *
   * @param tokens what tells who asks
   * @throws IllegalStateException when it cannot: the broker, a topic, the file of the past, the
   *     address; the message says which
   */
  public ApiProgram(ApiProgramSettings settings, TokenCheck tokens) {
    try {
      Kafka kafka = settings.kafka();
      parts.with(FileClaim.of(settings.past()));
      TopicAdmin.ensure(kafka.bootstrap(), kafka.partitions(), kafka.replication());
      for (FleetSettings fleet : settings.fleets()) {
        feed(kafka.bootstrap(), fleet.group().service());
      }
      known = parts.with(known(settings));
      known.requireCaughtUp(PATIENCE);
      feeds.values().forEach(feed -> feed.requireCaughtUp(PATIENCE));
      ServedApi served = parts.with(new ServedApi(known, door(settings, tokens), List.of()));
      port = served.port();
      if (!settings.webhooks().isEmpty()) {
        InstantSource clock = known.source().time().clock();
        parts.with(Webhooks.start(kafka.bootstrap(), settings.webhooks(), clock, served.metrics()));
      }
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private void feed(String bootstrap, Service service) {
    if (!inboxes.containsKey(service)) {
      Inbox inbox = new Inbox();
      inboxes.put(service, inbox);
      feeds.put(service, parts.with(InboxFeed.start(bootstrap, service, inbox)));
    }
  }

  private ApiFeeds known(ApiProgramSettings settings) {
    EngineTime real = EngineTime.live(InstantSource.system());
    return new ApiFeeds(
        new ApiFeeds.Source(settings.kafka().bootstrap(), settings.past(), real),
        new ApiFeeds.Subject(settings.fleets(), Brain.issuer(settings.zone(), ServiceMasks.none())),
        new ApiFeeds.Inboxes(inboxes::get, this::unfed));
  }

  private static ApiSettings door(ApiProgramSettings settings, TokenCheck tokens) {
    Listen listen = settings.listen();
    AccessSettings access =
        new AccessSettings(tokens, listen.origins(), settings.access().limits());
    return new ApiSettings(
        listen.host(), listen.port(), listen.hosts(), ApiSettings.thisBuild(), access);
  }

  private Optional<String> unfed() {
    return feeds.values().stream().flatMap(feed -> feed.problem().stream()).findFirst();
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** What has stopped working and will not mend itself; empty while all goes well. */
  public Optional<String> problem() {
    return known.problem();
  }

  @Override
  public void close() {
    parts.close();
  }
}
