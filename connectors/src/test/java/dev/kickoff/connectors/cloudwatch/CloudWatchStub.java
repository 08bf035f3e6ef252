package dev.kickoff.connectors.cloudwatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Answers each GetMetricData, in CloudWatch's JSON protocol, as a test says; keeps the requests.
 */
final class CloudWatchStub implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());

  private final HttpServer server;
  private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile Function<JsonNode, String> answer = request -> "{}";

  CloudWatchStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<JsonNode> requests() {
    return requests;
  }

  void answers(Function<JsonNode, String> reply) {
    status = 200;
    answer = reply;
  }

  void fails(int withStatus, String code, String message) {
    status = withStatus;
    answer = request -> "{\"__type\":\"%s\",\"message\":\"%s\"}".formatted(code, message);
  }

  static String page(String next, String... results) {
    return "{\"MetricDataResults\":[%s]%s}"
        .formatted(
            String.join(",", results), next.isEmpty() ? "" : ",\"NextToken\":\"" + next + "\"");
  }

  static String result(String id, String status, String times, String values) {
    return "{\"Id\":\"%s\",\"StatusCode\":\"%s\",\"Timestamps\":[%s],\"Values\":[%s]}"
        .formatted(id, status, times, values);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = CBOR.readTree(exchange.getRequestBody().readAllBytes());
      requests.add(request);
      byte[] bytes = CBOR.writeValueAsBytes(JSON.readTree(answer.apply(request)));
      exchange.getResponseHeaders().add("Content-Type", "application/cbor");
      exchange.getResponseHeaders().add("smithy-protocol", "rpc-v2-cbor");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
