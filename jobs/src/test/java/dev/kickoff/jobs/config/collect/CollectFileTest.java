package dev.kickoff.jobs.config.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.cloudwatch.MetricQuery;
import dev.kickoff.jobs.config.collect.CollectSettings.CloudWatch;
import dev.kickoff.jobs.config.collect.CollectSettings.Meaning;
import dev.kickoff.jobs.config.collect.CollectSettings.Pace;
import dev.kickoff.jobs.config.collect.CollectSettings.Prometheus;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.demand.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectFileTest {
  @TempDir private Path folder;

  private Path file(String text) {
    try {
      return Files.writeString(folder.resolve("collect.yaml"), text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void readsEverySourceWithWhatIsUsualForItsKind() {
    CollectSettings settings =
        CollectFile.read(
            file(
                """
                kafka: {bootstrap: "broker:9092"}
                zone: Europe/Paris
                gauges: {port: 9405}
                sources:
                  - kind: cloudwatch
                    service: web
                    namespace: AWS/ApplicationELB
                    metric: RequestCount
                    dimensions: {LoadBalancer: app/web/1}
                    region: eu-west-3
                  - kind: prometheus
                    name: errors
                    service: web
                    signal: error_share
                    url: http://prometheus:9090
                    query: sum(rate(e[1m])) / sum(rate(r[1m]))
                    tokenFile: token
                    scale: 0.01
                    every: 30s
                    period: 10s
                    delay: 5s
                    backfill: 2h
                  - {kind: calendar, url: events.ics, every: 1h}
                """));
    assertThat(settings.bootstrap()).isEqualTo("broker:9092");
    assertThat(settings.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(settings.gauges().orElseThrow().getPort()).isEqualTo(9405);
    MetricQuery.Statistic asked =
        new MetricQuery.Statistic(
            "AWS/ApplicationELB", "RequestCount", Map.of("LoadBalancer", "app/web/1"), "Sum");
    Duration minute = Duration.ofMinutes(1);
    assertThat(settings.metrics().get(0))
        .isEqualTo(
            new CollectSettings.Metric(
                "cloudwatch-web-requests",
                new Meaning(new Service("web"), "requests", DemandUnit.COUNT, 1),
                new CloudWatch(
                    new MetricQuery(asked, minute), Optional.of("eu-west-3"), Optional.empty()),
                new Pace(minute, minute, minute.multipliedBy(2), Duration.ofDays(14))));
    assertThat(settings.metrics().get(1))
        .isEqualTo(
            new CollectSettings.Metric(
                "errors",
                new Meaning(new Service("web"), "error_share", DemandUnit.RPS, 0.01),
                new Prometheus(
                    URI.create("http://prometheus:9090"),
                    "sum(rate(e[1m])) / sum(rate(r[1m]))",
                    Optional.of(folder.resolve("token"))),
                new Pace(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(5),
                    Duration.ofHours(2))));
    assertThat(settings.calendars().get(0).url()).isEqualTo(folder.resolve("events.ics").toUri());
    assertThat(settings.calendars().get(0).allowPrivate()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{service: web} | 2:11: sources[0].kind is missing; add kind: cloudwatch",
        "{kind: cloudwotch} | 2:18: sources[0].kind 'cloudwotch' is unknown; did you mean"
            + " 'cloudwatch'?",
        "{kind: calendar, url: 'http://x/y.ics'} | 2:33: sources[0].url 'http://x/y.ics' is neither"
            + " https:// nor a file; write https://example.org/events.ics, or the name of a file",
        "{kind: calendar, url: x.ics, evry: 5m} | 2:40: sources[0].evry is an unknown key; did you"
            + " mean 'every'?",
        "{kind: calendar, url: x.ics, every: 5} | 2:47: sources[0].every '5' is no length of time"
            + " above 0; write one such as 60s, 5m, 2h or 14d",
        "{kind: prometheus, service: web, url: 'http://x', query: q, signal: latency} | 2:79:"
            + " sources[0].signal 'latency' is unknown; did you mean 'latency_ms'?",
        "x | 2:11: sources holds something that has no keys; write each as {key: value}"
      })
  void saysWhereAndWhatIsWrong(String source, String problem) {
    Path file = file("kafka: {bootstrap: b}\nsources: [" + source + "]\n");
    InputException thrown =
        catchThrowableOfType(InputException.class, () -> CollectFile.read(file));
    assertThat(thrown).isNotNull();
    assertThat(thrown.getMessage()).contains(file + ":" + problem);
  }

  @Test
  void refusesTwoSourcesOfOneName() {
    String calendar = "{kind: calendar, name: a, url: x.ics}";
    Path file = file("kafka: {bootstrap: b}\nsources: [%s,\n %s]\n".formatted(calendar, calendar));
    assertThat(catchThrowableOfType(InputException.class, () -> CollectFile.read(file)))
        .hasMessageContaining(":3:25: sources[1].name a is another source's");
  }

  @Test
  void takesCalendarsFromListedHostsOnly() {
    String text =
        """
        kafka: {bootstrap: b}
        calendars: {hosts: [Example.org, "*.example.com"]}
        sources:
          - {kind: calendar, url: 'https://example.org/a.ics'}
          - {kind: calendar, url: 'https://feeds.example.com/b.ics'}
        """;
    assertThat(CollectFile.read(file(text)).calendars()).hasSize(2);
    String outside = "  - {kind: calendar, url: 'https://example.com/c.ics'}\n";
    Path file = file(text + outside);
    assertThat(catchThrowableOfType(InputException.class, () -> CollectFile.read(file)))
        .hasMessageContaining(
            file
                + ":6:27: sources[2].url is of host 'example.com', which calendars.hosts does not"
                + " list; add calendars: {hosts: [\"example.com\"]} if it is meant");
  }

  @ParameterizedTest
  @CsvSource({"*", "*.com", "https://example.org", "exa mple.org"})
  void refusesHostsThatAreNoneOrEveryone(String host) {
    Path file =
        file("kafka: {bootstrap: b}\ncalendars: {hosts: [\"" + host + "\"]}\nsources: []\n");
    assertThat(catchThrowableOfType(InputException.class, () -> CollectFile.read(file)))
        .hasMessageContaining(":2:20: calendars.hosts holds '" + host + "', which is no host")
        .hasMessageContaining("write names such as example.org, or *.example.org for all below it");
  }
}
