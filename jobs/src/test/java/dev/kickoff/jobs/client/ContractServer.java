package dev.kickoff.jobs.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kickoff.jobs.client.Contract.Operation;
import dev.kickoff.jobs.client.Contract.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server that answers what it was told to, and holds requests and its own answers against the
 * contract: closing it fails when one did not keep it.
 */
public final class ContractServer implements AutoCloseable {
  public static final String TOKEN = "secret-of-the-test";

  /** A request that came. */
  public record Seen(
      String operation,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      String body) {}

  private record Canned(int status, String body) {}

  private final Contract contract = Contract.ofTheApi();
  private final Map<String, Deque<Canned>> answers = new HashMap<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final List<String> wrong = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile int toDrop;

  public ContractServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Answers an operation so; told several times, one after the other, the last for good. */
  public ContractServer answers(String operation, int status, String body) {
    answers
        .computeIfAbsent(operation, id -> new ArrayDeque<>())
        .add(new Canned(status, body.replace('\'', '"')));
    return this;
  }

  /** Breaks the connections of so many requests after they were read. */
  public void drops(int requests) {
    toDrop = requests;
  }

  public List<Seen> seen() {
    return seen;
  }

  /** The last request for an operation. */
  public Seen last(String operation) {
    return seen.stream()
        .filter(each -> each.operation().equals(operation))
        .reduce((first, second) -> second)
        .orElseThrow(() -> new AssertionError("no request for " + operation + " in " + seen));
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Map<String, String> headers = new TreeMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
      URI asked = exchange.getRequestURI();
      String query = Optional.ofNullable(asked.getRawQuery()).orElse("");
      Request request =
          new Request(exchange.getRequestMethod(), asked.getRawPath(), query, headers);
      Optional<Operation> operation = contract.operation(request);
      if (operation.isEmpty()) {
        wrong.add("no operation " + request);
        return;
      }
      String id = operation.get().id();
      seen.add(new Seen(id, request.path(), Contract.query(query), headers, body));
      contract.wrong(operation.get(), request, body).forEach(each -> wrong.add(id + ": " + each));
      if (toDrop > 0) {
        toDrop--;
        return;
      }
      send(exchange, answer(operation.get(), headers));
    }
  }

  private Canned answer(Operation operation, Map<String, String> headers) {
    if (operation.needsToken() && !("Bearer " + TOKEN).equals(headers.get("authorization"))) {
      return new Canned(401, problem(401, "Unauthorized", "the token is unknown"));
    }
    Deque<Canned> told = answers.getOrDefault(operation.id(), new ArrayDeque<>());
    if (told.isEmpty()) {
      wrong.add("nothing was told for " + operation.id());
      return new Canned(500, problem(500, "Internal Server Error", "nothing told"));
    }
    Canned canned = told.size() > 1 ? told.remove() : told.peek();
    wrong.addAll(contract.wrongAnswer(operation, canned.status(), canned.body()));
    return canned;
  }

  private static void send(HttpExchange exchange, Canned answer) throws IOException {
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    String type = answer.status() < 400 ? "application/json" : "application/problem+json";
    boolean stream = answer.body().startsWith("id:");
    exchange.getResponseHeaders().add("Content-Type", stream ? "text/event-stream" : type);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  /** A problem, as the contract has it. */
  public static String problem(int status, String title, String detail) {
    return String.format(
        Locale.ROOT,
        "{'type':'about:blank','title':'%s','status':%d,'detail':'%s','instance':'/'}"
            .replace('\'', '"'),
        title,
        status,
        detail);
  }

  @Override
  public void close() {
    server.stop(0);
    if (!wrong.isEmpty()) {
      throw new AssertionError(
          "the contract was not kept: " + String.join("; ", new ArrayList<>(wrong)));
    }
  }
}
