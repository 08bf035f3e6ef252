package dev.kickoff.jobs.collect;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Serves what Prometheus may scrape of the collector, at {@code /metrics}. */
final class CollectorGauges implements AutoCloseable {
  private final HttpServer server;

  /**
   * @param address port 0 takes a free one
   * @throws IOException when it cannot be listened at
   */
  CollectorGauges(InetSocketAddress address, List<MetricPoll> polls, InstantSource clock)
      throws IOException {
    server = HttpServer.create(address, 0);
    server.createContext(
        "/metrics",
        exchange -> {
          try (exchange) {
            byte[] text = text(polls, clock.instant()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
          }
        });
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The gauges in the text format; a source that never gave a sample has no age. */
  static String text(List<MetricPoll> polls, Instant now) {
    StringBuilder text = new StringBuilder();
    text.append("# HELP kickoff_input_age_seconds Age of the newest sample of each source.\n");
    text.append("# TYPE kickoff_input_age_seconds gauge\n");
    for (MetricPoll poll : polls) {
      poll.newest()
          .ifPresent(
              at -> line(text, "kickoff_input_age_seconds", poll, Duration.between(at, now)));
    }
    text.append("# HELP kickoff_input_empty_total Answers of each source that held nothing.\n");
    text.append("# TYPE kickoff_input_empty_total counter\n");
    polls.forEach(poll -> line(text, "kickoff_input_empty_total", poll, poll.empty()));
    text.append("# HELP kickoff_input_failed_total Times that each source could not be read.\n");
    text.append("# TYPE kickoff_input_failed_total counter\n");
    polls.forEach(poll -> line(text, "kickoff_input_failed_total", poll, poll.failed()));
    return text.toString();
  }

  private static void line(StringBuilder text, String name, MetricPoll poll, Duration age) {
    line(text, name, poll, age.toMillis() / 1e3);
  }

  private static void line(StringBuilder text, String name, MetricPoll poll, double value) {
    String label = poll.name().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    text.append(name).append("{source=\"").append(label).append("\"} ").append(value).append('\n');
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
