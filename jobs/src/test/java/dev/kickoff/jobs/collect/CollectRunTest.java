package dev.kickoff.jobs.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.TopicAdmin;
import dev.kickoff.connectors.kafka.TopicEnd;
import dev.kickoff.connectors.kafka.TopicTail.Isolation;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.config.collect.CollectFile;
import dev.kickoff.jobs.config.collect.CollectSettings;
import dev.kickoff.jobs.local.EmbeddedBroker;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.demand.DemandSample;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program against a real broker and a server that answers as Prometheus does. */
class CollectRunTest {
  private static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");

  @TempDir private Path folder;
  private HttpServer prometheus;

  @BeforeEach
  void start() throws IOException {
    prometheus = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    prometheus.createContext("/api/v1/query_range", CollectRunTest::answer);
    prometheus.start();
  }

  @AfterEach
  void stop() {
    prometheus.stop(0);
  }

  /** One value, 2, at each step that is asked for. */
  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      List<String> values = new ArrayList<>();
      for (long at = number(form, "start"); at <= number(form, "end"); at += 60) {
        values.add("[" + at + ",\"2\"]");
      }
      byte[] bytes =
          """
          {"status":"success","data":{"resultType":"matrix","result":[
            {"metric":{},"values":[%s]}]}}"""
              .formatted(String.join(",", values))
              .getBytes(UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static long number(String form, String key) {
    return Long.parseLong(form.replaceAll(".*" + key + "=(\\d+).*", "$1"));
  }

  private CollectSettings settings(String bootstrap) throws IOException {
    Files.writeString(
        folder.resolve("events.csv"),
        "start,end,title,category\n2026-06-11T19:00:00Z,2026-06-11T21:00:00Z,Opening,match\n");
    Path file =
        Files.writeString(
            folder.resolve("collect.yaml"),
            """
            kafka: {bootstrap: "%s"}
            sources:
              - {kind: calendar, url: events.csv}
              - {kind: prometheus, service: web, url: "http://127.0.0.1:%d", query: up,
                 delay: 1m, backfill: 2h}
              - {kind: prometheus, service: web, signal: cpu, url: "http://127.0.0.1:%d",
                 query: up, scale: 0.1, delay: 1m, backfill: 2h}
              - {kind: prometheus, service: web, signal: latency_ms, url: "http://127.0.0.1:1",
                 query: up}
            """
                .formatted(
                    bootstrap,
                    prometheus.getAddress().getPort(),
                    prometheus.getAddress().getPort()));
    return CollectFile.read(file);
  }

  private static List<DemandSample> samples(String bootstrap) {
    List<DemandSample> samples = new ArrayList<>();
    TopicEnd.readAll(
        bootstrap,
        Topics.DEMAND_SAMPLE,
        Isolation.READ_COMMITTED,
        record -> samples.add(Json.decode(record.value(), DemandSample.class)));
    return samples;
  }

  private static boolean once(CollectSettings settings, Instant now) {
    try (CollectRun run = CollectRun.of(settings, () -> now)) {
      return run.once();
    }
  }

  @Test
  void fillsTheTopicsAndGoesOnWhereTheyEnd() throws IOException {
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(EmbeddedBroker.BrokerSettings.in(folder.resolve("broker")))) {
      String bootstrap = broker.bootstrap();
      TopicAdmin.ensure(bootstrap, Topics.DEFAULT_PARTITIONS, 1);
      CollectSettings settings = settings(bootstrap);
      assertThat(once(settings, NOON)).as("one source cannot be reached").isFalse();
      List<DemandSample> first = samples(bootstrap);
      assertThat(first)
          .filteredOn(sample -> sample.name().equals("requests"))
          .hasSize(120)
          .allMatch(sample -> sample.requestsPerMinute() == 120)
          .allMatch(sample -> sample.source().equals("prometheus-web-requests"));
      assertThat(first)
          .filteredOn(sample -> sample.name().equals("cpu"))
          .hasSize(120)
          .allMatch(sample -> sample.value() == 0.2);

      once(settings, NOON.plus(Duration.ofMinutes(30)));
      List<DemandSample> second = samples(bootstrap);
      assertThat(second).as("30 minutes and the overlap of 10, twice").hasSize(first.size() + 80);
      assertThat(new HashSet<>(second)).hasSize(first.size() + 60);
      List<Event> events = new ArrayList<>();
      TopicEnd.readAll(
          bootstrap,
          Topics.CALENDAR_EVENT,
          Isolation.READ_COMMITTED,
          record -> events.add(Json.decode(record.value(), Event.class)));
      assertThat(events).extracting(Event::title).containsExactly("Opening");
    }
  }
}
