package dev.kickoff.jobs.config.collect;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.Problem;
import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlFile;
import dev.kickoff.jobs.config.yaml.YamlSection;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads the YAML file that says what is collected; every problem is reported at once, with its
 * place.
 *
 * <p>Required: {@code kafka: {bootstrap}} and {@code sources}, a list; what a source has is read by
 * {@link SourceSection}. Optional: {@code zone} (default: UTC), {@code gauges: {port, host}}
 * (default: none; host 127.0.0.1), {@code calendars: {hosts: [example.org, "*.example.com"]}}, the
 * only hosts that calendars are fetched from (default: none, so that only files are read).
 */
public final class CollectFile {
  private static final NumberRange PORT = new NumberRange(0, 65_535, "a port from 0 to 65535");
  private static final String EXAMPLE = "kafka: {bootstrap: localhost:9092}";
  private static final String HOSTS = "{hosts: [example.org, \"*.example.com\"]}";
  private static final FeedHosts NO_HOSTS = new FeedHosts(List.of());

  private final Path file;
  private final List<CollectSettings.Metric> metrics = new ArrayList<>();
  private final List<CollectSettings.Calendar> calendars = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private CollectFile(Path file) {
    this.file = file;
  }

  /**
   * Reads {@code file}.
   *
   * @throws InputException with every problem, sorted by place
   */
  public static CollectSettings read(Path file) {
    return new CollectFile(file).read();
  }

  private CollectSettings read() {
    YamlFile yaml = new YamlFile(file, "says nothing about what to collect", EXAMPLE);
    YamlSection root = yaml.root();
    Optional<String> bootstrap = bootstrap(root);
    ZoneId zone = zone(root);
    Optional<InetSocketAddress> gauges = gauges(root);
    FeedHosts hosts = root.section("calendars", HOSTS).map(CollectFile::hosts).orElse(NO_HOSTS);
    root.require("sources", "[{kind: calendar, url: events.ics}]");
    for (YamlSection source : root.sections("sources")) {
      SourceSection read = new SourceSection(source, file, hosts);
      read.metric().ifPresent(metric -> add(source, metric.name(), () -> metrics.add(metric)));
      read.calendar()
          .ifPresent(calendar -> add(source, calendar.name(), () -> calendars.add(calendar)));
      read.refuseUnknownKeys();
    }
    root.refuseUnknownKeys();
    yaml.failOnAny();
    return new CollectSettings(bootstrap.orElseThrow(), zone, gauges, hosts, metrics, calendars);
  }

  private void add(YamlSection source, String name, Runnable add) {
    if (names.add(name)) {
      add.run();
    } else {
      source.refuse(
          "name", " " + name + " is another source's", "give this one a name: of its own");
    }
  }

  private static Optional<String> bootstrap(YamlSection root) {
    root.require("kafka", "{bootstrap: localhost:9092}");
    return root.section("kafka", "{bootstrap: localhost:9092}").flatMap(CollectFile::brokers);
  }

  private static Optional<String> brokers(YamlSection kafka) {
    kafka.require("bootstrap", "localhost:9092");
    Optional<String> bootstrap = kafka.text("bootstrap");
    kafka.refuseUnknownKeys();
    return bootstrap;
  }

  private static ZoneId zone(YamlSection root) {
    Optional<String> text = root.text("zone");
    try {
      return text.map(ZoneId::of).orElse(ZoneOffset.UTC);
    } catch (java.time.DateTimeException e) {
      root.refuse("zone", " is not a time zone", "write one such as Europe/Paris");
      return ZoneOffset.UTC;
    }
  }

  private static FeedHosts hosts(YamlSection calendars) {
    calendars.require("hosts", "[example.org]");
    FeedHosts hosts = new FeedHosts(calendars.list("hosts"));
    calendars.refuseUnknownKeys();
    hosts
        .firstWrong()
        .ifPresent(
            wrong ->
                calendars.refuse(
                    "hosts",
                    " holds '" + Problem.brief(wrong) + "', which is no host",
                    "write names such as example.org, or *.example.org for all below it"));
    return hosts;
  }

  private static Optional<InetSocketAddress> gauges(YamlSection root) {
    return root.section("gauges", "{port: 9405}").flatMap(CollectFile::address);
  }

  private static Optional<InetSocketAddress> address(YamlSection gauges) {
    gauges.require("port", "9405");
    String host = gauges.text("host").orElse("127.0.0.1");
    OptionalInt port = PORT.integer(gauges, "port");
    gauges.refuseUnknownKeys();
    return port.stream().mapToObj(number -> new InetSocketAddress(host, number)).findFirst();
  }
}
