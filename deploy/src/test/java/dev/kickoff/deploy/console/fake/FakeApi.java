package dev.kickoff.deploy.console.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kickoff.jobs.api.ApiServer;
import dev.kickoff.jobs.api.http.ApiJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The console over an API that answers from memory. A token is the name of a role; it is the name
 * of the person too. Every write is noted.
 */
public final class FakeApi implements AutoCloseable {
  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html",
          "css", "text/css",
          "js", "text/javascript",
          "md", "text/markdown",
          "svg", "image/svg+xml");

  private final FakeDay day = new FakeDay();
  private final FakeOrders orders = new FakeOrders(day);
  private final FakeFleet fleet = new FakeFleet(day, orders);
  private final FakeRoutes routes = new FakeRoutes(day, orders, fleet);
  private final List<String> writes = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile CountDownLatch held = new CountDownLatch(0);
  private volatile boolean closed;

  public FakeApi(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on there are so many groups. */
  public void groups(int count) {
    fleet.size(count);
  }

  /** From now on the status has this word. */
  public void state(String state) {
    fleet.state = state;
  }

  /** From now on demand is old, whatever word the status has. */
  public void loseDemand() {
    fleet.stale = true;
  }

  /** From now on somebody else changes the biggest group. */
  public void conflict(String what) {
    fleet.conflict = what;
  }

  /** From now on reads of orders are answered only after the session has ended. */
  public void holdOrdersUntilSignedOut() {
    held = new CountDownLatch(1);
  }

  /** From now on the match of tonight is called so. */
  public void announce(String title) {
    orders.rename("match", title);
  }

  /** Lets time pass. */
  public void advance(Duration by) {
    day.advance(by);
  }

  /** What was asked for so far, but for previews: method and path. */
  public List<String> writes() {
    return List.copyOf(writes);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Security-Policy", CONTENT_POLICY);
      String path = exchange.getRequestURI().getPath();
      if (!path.startsWith("/v1/")) {
        file(exchange, path.equals("/") ? "index.html" : path.substring(1));
      } else if (path.equals("/v1/session")) {
        session(exchange);
      } else if (isOver(exchange, path)) {
        answer(exchange, Answer.problem(401, "Unauthorized", "sign in first"));
      } else if (path.equals("/v1/stream")) {
        stream(exchange);
      } else {
        api(exchange, Request.of(exchange, role(exchange).get()));
      }
    }
  }

  private void api(HttpExchange exchange, Request request) throws IOException {
    boolean write = !request.method().equals("GET");
    if (write && !"proof".equals(exchange.getRequestHeaders().getFirst("X-CSRF-Token"))) {
      answer(exchange, Answer.problem(403, "Forbidden", "the CSRF token is missing"));
      return;
    }
    if (write && request.query("dryRun").isEmpty() && !request.path().get(0).equals("what-if")) {
      writes.add(request.method() + " " + String.join("/", request.path()));
    }
    answer(exchange, routes.answer(request));
  }

  private boolean isOver(HttpExchange exchange, String path) throws IOException {
    if (path.equals("/v1/overrides") && held.getCount() > 0) {
      await(held);
      return true;
    }
    return role(exchange).isEmpty();
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new InterruptedIOException("closed meanwhile");
    }
  }

  private static Optional<String> role(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Cookie"))
        .filter(cookie -> cookie.startsWith("kickoff-session="))
        .map(cookie -> cookie.substring("kickoff-session=".length()));
  }

  private void session(HttpExchange exchange) throws IOException {
    Optional<String> who = role(exchange);
    if (exchange.getRequestMethod().equals("POST")) {
      String token = (String) Json.read(exchange.getRequestBody().readAllBytes()).get("token");
      who = Optional.of(token).filter(List.of("viewer", "operator", "approver", "admin")::contains);
      who.ifPresent(role -> exchange.getResponseHeaders().set("Set-Cookie", cookie(role)));
    } else if (exchange.getRequestMethod().equals("DELETE")) {
      exchange.getResponseHeaders().set("Set-Cookie", "kickoff-session=; Max-Age=0");
      held.countDown();
      answer(exchange, new Answer(204, null));
      return;
    }
    answer(
        exchange,
        who.map(role -> Answer.ok(Json.of("name", role, "roles", List.of(role), "csrf", "proof")))
            .orElse(
                Answer.problem(401, "Unauthorized", "this token is not known; ask for another")));
  }

  private static String cookie(String role) {
    return "kickoff-session=" + role + "; HttpOnly; SameSite=Strict";
  }

  private static void answer(HttpExchange exchange, Answer answer) throws IOException {
    if (answer.status() == 204) {
      exchange.sendResponseHeaders(204, -1);
      return;
    }
    byte[] body = ApiJson.write(answer.body()).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
  }

  private void stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    for (int id = 1; !closed; id++) {
      String clock =
          "id: %d\nevent: clock\ndata: %s\n\n".formatted(id, ApiJson.write(fleet.status()));
      out.write(clock.getBytes(StandardCharsets.UTF_8));
      out.flush();
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200); // sleeps from beat to beat: a longer silence means a lost connection
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void file(HttpExchange exchange, String path) throws IOException {
    byte[] bytes = read(path);
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (bytes == null || type == null) {
      answer(exchange, Answer.problem(404, "Not Found", "nothing is at /" + path));
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static byte[] read(String path) throws IOException {
    String folder = System.getProperty("kickoff.console");
    if (folder != null) {
      Path file = Path.of(folder, path);
      if (Files.isRegularFile(file)) {
        return Files.readAllBytes(file);
      }
    }
    try (InputStream in = ApiServer.class.getResourceAsStream("/console/" + path)) {
      return in == null ? null : in.readAllBytes();
    }
  }

  @Override
  public void close() {
    closed = true;
    server.stop(0);
    threads.shutdownNow();
  }

  /** Serves it until it is stopped; {@code -Dkickoff.console=FOLDER} serves files being edited. */
  public static void main(String[] args) {
    FakeApi api = new FakeApi(args.length > 0 ? Integer.parseInt(args[0]) : 8070);
    System.out.println(api.origin() + "/#token=admin");
  }
}
