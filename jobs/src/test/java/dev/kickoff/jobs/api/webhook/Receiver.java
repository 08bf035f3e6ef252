package dev.kickoff.jobs.api.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A receiver of this machine that answers as it is told to, and 204 when it is told nothing. */
final class Receiver implements AutoCloseable {
  static final String SECRET =
      "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"; // of the public test vector

  /** An answer that is none: the connection is closed. */
  static final int HANG_UP = 0;

  private final HttpServer server;
  private final Deque<Integer> answers = new ArrayDeque<>();
  private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
  private volatile int usual = 204;

  /** One attempt, and what was answered. */
  record Delivery(Map<String, List<String>> headers, String body, int answer) {
    String header(String name) {
      return headers.entrySet().stream()
          .filter(each -> each.getKey().equalsIgnoreCase(name))
          .map(each -> each.getValue().get(0))
          .findFirst()
          .orElseThrow();
    }

    String id() {
      return header("webhook-id");
    }

    JsonNode json() throws IOException {
      return new ObjectMapper().readTree(body);
    }

    String type() throws IOException {
      return json().path("type").asText("");
    }

    /** What a receiver computes by itself, from the headers, the body and the secret it knows. */
    String expectedSignature() throws GeneralSecurityException {
      byte[] key = Base64.getDecoder().decode(SECRET.replace("whsec_", ""));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      String signed = id() + "." + header("webhook-timestamp") + "." + body;
      return "v1,"
          + Base64.getEncoder()
              .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
  }

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    int answer = next();
    Delivery delivery = new Delivery(Map.copyOf(exchange.getRequestHeaders()), body, answer);
    if (answer != HANG_UP) {
      if (answer == 429) {
        exchange.getResponseHeaders().add("Retry-After", "1");
      }
      exchange.sendResponseHeaders(answer, -1);
    }
    exchange.close();
    deliveries.add(delivery);
  }

  private synchronized int next() {
    return answers.isEmpty() ? usual : answers.remove();
  }

  /** Answers so, in this order, and then as usual. */
  synchronized Receiver answers(Integer... status) {
    answers.addAll(List.of(status));
    return this;
  }

  /** Answers so from now on. */
  Receiver usually(int status) {
    usual = status;
    return this;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/kickoff");
  }

  /** The next attempts, however they were answered. */
  List<Delivery> await(int count) throws InterruptedException {
    List<Delivery> seen = new ArrayList<>();
    while (seen.size() < count) {
      Delivery next = deliveries.poll(30, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("only " + seen.size() + " of " + count + " came: " + seen);
      }
      seen.add(next);
    }
    return seen;
  }

  /** What came beside what was awaited, so far. */
  List<Delivery> rest() {
    List<Delivery> rest = new ArrayList<>();
    deliveries.drainTo(rest);
    return rest;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
