package dev.kickoff.jobs.config.api;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.api.security.jwt.JwtSettings;
import dev.kickoff.jobs.api.webhook.WebhookSettings;
import dev.kickoff.jobs.config.FleetFile;
import dev.kickoff.jobs.config.FleetSettings;
import dev.kickoff.jobs.config.SharedFleets;
import dev.kickoff.jobs.config.api.ApiProgramSettings.Access;
import dev.kickoff.jobs.config.api.ApiProgramSettings.Kafka;
import dev.kickoff.jobs.config.api.ApiProgramSettings.Listen;
import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlFile;
import dev.kickoff.jobs.config.yaml.YamlSection;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the YAML file of the API program; every problem of it, and of the fleet files it names, is
 * reported at once, with its place.
 *
 * <p>Required: {@code kafka: {bootstrap}}, {@code fleets}, a list of fleet files, and {@code past},
 * the file of what is older than memory; paths are relative to this file. Optional: {@code
 * kafka.partitions} (default: 2) and {@code kafka.replication} (default: 1), {@code zone} (default:
 * UTC), {@code listen} ({@link ListenSection}), {@code oidc} ({@link OidcSection}), which is
 * required where others than this machine can connect, {@code limits} ({@link LimitSection}) and
 * {@code webhooks} ({@link WebhookSection}).
 */
public final class ApiFile {
  private static final NumberRange COUNT =
      new NumberRange(1, 1024, "a whole number from 1 to 1024");
  private static final String BROKER = "{bootstrap: kafka:9092}";

  private final Path file;
  private final List<Problem> elsewhere = new ArrayList<>();

  private ApiFile(Path file) {
    this.file = file;
  }

  /**
   * Reads {@code file}.
   *
   * @throws InputException with every problem: of this file sorted by place, then of the others
   */
  public static ApiProgramSettings read(Path file) {
    return new ApiFile(file).read();
  }

  private ApiProgramSettings read() {
    YamlFile yaml = new YamlFile(file, "says nothing about the API", "kafka: " + BROKER);
    YamlSection root = yaml.root();
    root.require("kafka", BROKER);
    Optional<Kafka> kafka = root.section("kafka", BROKER).flatMap(ApiFile::kafka);
    List<FleetSettings> fleets = fleets(root);
    ZoneId zone = zone(root);
    root.require("past", "past.db");
    Optional<Path> past = root.text("past").map(file::resolveSibling);
    Optional<JwtSettings> oidc = OidcSection.read(root, file);
    Optional<Listen> listen = ListenSection.read(root, root.has("oidc"));
    Access access = new Access(oidc, LimitSection.read(root));
    List<WebhookSettings> webhooks = WebhookSection.read(root, file, System.getenv());
    root.refuseUnknownKeys();
    failOnAny(yaml);
    return new ApiProgramSettings(
        kafka.orElseThrow(),
        fleets,
        zone,
        past.orElseThrow(),
        listen.orElseThrow(),
        access,
        webhooks);
  }

  private void failOnAny(YamlFile yaml) {
    try {
      yaml.failOnAny();
    } catch (InputException e) {
      elsewhere.addAll(0, e.problems());
    }
    if (!elsewhere.isEmpty()) {
      throw new InputException(elsewhere);
    }
  }

  private static Optional<Kafka> kafka(YamlSection kafka) {
    kafka.require("bootstrap", "kafka:9092");
    Optional<String> bootstrap = kafka.text("bootstrap");
    int partitions = COUNT.integer(kafka, "partitions").orElse(Topics.DEFAULT_PARTITIONS);
    int replication = COUNT.integer(kafka, "replication").orElse(1);
    kafka.refuseUnknownKeys();
    return bootstrap.map(brokers -> new Kafka(brokers, partitions, replication));
  }

  private List<FleetSettings> fleets(YamlSection root) {
    root.require("fleets", "[fleet.yaml]");
    List<FleetSettings> fleets = new ArrayList<>();
    Set<String> groups = new HashSet<>();
    List<String> names = root.list("fleets");
    for (String name : names) {
      try {
        FleetSettings fleet = FleetFile.read(file.resolveSibling(name));
        fleets.add(fleet);
        if (!groups.add(fleet.group().group())) {
          String what = " has two files of the group '" + fleet.group().group() + "'";
          root.refuse("fleets", what, "name each group once");
        }
      } catch (InputException e) {
        elsewhere.addAll(e.problems());
      }
    }
    if (root.has("fleets") && names.isEmpty()) {
      root.refuse("fleets", " names no fleet file", "write fleets: [fleet.yaml]");
    }
    return SharedFleets.of(fleets);
  }

  private static ZoneId zone(YamlSection root) {
    try {
      return root.text("zone").map(ZoneId::of).orElse(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      root.refuse("zone", " is not a time zone", "write one such as Europe/Paris");
      return ZoneOffset.UTC;
    }
  }
}
