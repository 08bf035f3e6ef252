package dev.kickoff.deploy.engine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code deploy/kickoff up} in a process of its own, which can be killed like any other. */
public final class EngineProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Pattern CONSOLE = Pattern.compile("console at http://127.0.0.1:(\\d+)");

  private static final Pattern ENGINE_TIME = Pattern.compile("\"engineTime\":\"([^\"]+)\"");

  private final Process process;
  private final Path log;
  private final Path token;
  private final HttpClient http = HttpClient.newHttpClient();

  private EngineProcess(Process process, Path log, Path token) {
    this.token = token;
    this.process = process;
    this.log = log;
  }

  /** Starts the engine on a free port, with its state in {@code state}. */
  public static EngineProcess start(Path state, List<String> options) throws IOException {
    Path token = Files.createTempDirectory("kickoff-token").resolve("dev-token");
    List<String> command = new ArrayList<>(List.of(launcher().toString(), "up"));
    command.addAll(List.of("--port", "0", "--state", state.toString()));
    command.addAll(List.of("--dev-token", token.toString()));
    command.addAll(options);
    Path log = Files.createTempFile("kickoff-up", ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("KICKOFF_BUILD", "never");
    return new EngineProcess(builder.redirectOutput(log.toFile()).start(), log, token);
  }

  private static Path launcher() {
    Path launcher = Path.of("kickoff").toAbsolutePath();
    return Files.exists(launcher) ? launcher : Path.of("deploy", "kickoff").toAbsolutePath();
  }

  /** Waits until {@code /readyz} is green. */
  public void awaitReady() {
    await("ready", () -> get("/readyz").map(r -> r.statusCode() == 200).orElse(false));
  }

  /** Waits until the process has ended by itself. */
  public void awaitExit() {
    await("at its end", () -> !process.isAlive());
  }

  public void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline || (!process.isAlive() && !condition.getAsBoolean())) {
        throw new AssertionError("the engine is not " + what + "; it said:\n" + said());
      }
      try {
        process.waitFor(100, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }

  /** Where the console is; empty until it says so. */
  public Optional<String> origin() {
    Matcher console = CONSOLE.matcher(said());
    return console.find() ? Optional.of("http://127.0.0.1:" + console.group(1)) : Optional.empty();
  }

  /** Engine time, as the console tells it; empty until it does. */
  public Optional<Instant> engineTime() {
    return get("/v1/status")
        .map(answer -> ENGINE_TIME.matcher(answer.body()))
        .filter(Matcher::find)
        .map(time -> Instant.parse(time.group(1)));
  }

  /** The answer to a GET; empty while nobody listens. */
  public Optional<HttpResponse<String>> get(String path) {
    if (origin().isEmpty()) {
      return Optional.empty();
    }
    URI uri = URI.create(origin().get() + path);
    try {
      return Optional.of(
          http.send(
              HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token()).build(),
              HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The token that opens its API. */
  public String token() {
    try {
      return Files.readString(token).strip();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** All that it wrote. */
  public String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Ends it as {@code kill -9} does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to stop, as Ctrl-C does, and returns its exit code. */
  public int stop() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
