package dev.kickoff.jobs.config.api;

import dev.kickoff.jobs.api.security.access.AccessSettings.Limits;
import dev.kickoff.jobs.api.security.jwt.JwtSettings;
import dev.kickoff.jobs.api.webhook.WebhookSettings;
import dev.kickoff.jobs.config.FleetSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the API shows as a program of its own, where it listens, and whom it lets in.
 *
 * @param fleets at least one, each of a group of its own
 * @param zone the time zone people live in, as the forecast job has it
 * @param past the file that keeps what is older than memory; no other process has it
 * @param webhooks receivers outside, each by a name of its own
 */
public record ApiProgramSettings(
    Kafka kafka,
    List<FleetSettings> fleets,
    ZoneId zone,
    Path past,
    Listen listen,
    Access access,
    List<WebhookSettings> webhooks) {
  public ApiProgramSettings {
    fleets = List.copyOf(fleets);
    webhooks = List.copyOf(webhooks);
  }

  /**
   * Where everything is written.
   *
   * @param bootstrap where the broker is found, {@code HOST:PORT[,HOST:PORT]}
   * @param partitions of the topics by service
   * @param replication copies of topics that are missing
   */
  public record Kafka(String bootstrap, int partitions, int replication) {}

  /**
   * Where it listens.
   *
   * @param host a network address, or {@code localhost}
   * @param port 0 for any free port
   * @param hosts names, in lower case, that requests may use beside those of the loopback
   * @param origins where browsers find the console
   */
  public record Listen(String host, int port, Set<String> hosts, Set<URI> origins) {
    public Listen {
      hosts = Set.copyOf(hosts);
      origins = Set.copyOf(origins);
    }
  }

  /**
   * Whom it lets in.
   *
   * @param oidc whose tokens are taken; empty for the development token, on the loopback only
   * @param limits how often anybody may ask
   */
  public record Access(Optional<JwtSettings> oidc, Limits limits) {}
}
