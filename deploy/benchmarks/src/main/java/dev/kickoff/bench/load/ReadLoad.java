package dev.kickoff.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from a running API at a steady rate while many listen, and tells how long answers took.
 *
 * <p>{@code ReadLoad URL TOKEN-FILE [SECONDS [READS-A-SECOND [LISTENERS]]]}; 60, 500 and 1,000
 * without. Reads are sent when they are due, whether or not earlier ones were answered, and are
 * timed from when they were due.
 */
public final class ReadLoad {
  private static final double MILLIS = 1e6;
  private static final Pattern GROUP =
      Pattern.compile("\"group\":\"([^\"]+)\",\"service\":\"([^\"]+)");

  private final URI base;
  private final String token;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Collection<Double>> times = new ConcurrentHashMap<>();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();

  private ReadLoad(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  /** The command. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length < 2) {
      System.err.println("usage: ReadLoad URL TOKEN-FILE [SECONDS [READS-A-SECOND [LISTENERS]]]");
      System.exit(2);
    }
    ReadLoad load = new ReadLoad(URI.create(args[0]), Files.readString(Path.of(args[1])).strip());
    int seconds = number(args, 2, 60);
    Listeners listeners = Listeners.open(load.base, load.token, number(args, 4, 1_000));
    Thread listening = new Thread(listeners, "listeners");
    listening.setDaemon(true);
    listening.start();
    load.run(load.paths(), seconds, number(args, 3, 500));
    listeners.stop();
    listening.join();
    System.out.println(load.report());
    System.out.println(listeners.report());
  }

  private static int number(String[] args, int i, int otherwise) {
    return args.length > i ? Integer.parseInt(args[i]) : otherwise;
  }

  /** What is read, in turn; the paths of the first group. */
  private List<String> paths() throws IOException, InterruptedException {
    String fleets = http.send(request("/v1/fleets"), BodyHandlers.ofString()).body();
    Matcher first = GROUP.matcher(fleets);
    if (!first.find()) {
      throw new IOException("no group in " + fleets);
    }
    String group = first.group(1);
    String service = first.group(2);
    return List.of(
        "/v1/status",
        "/v1/fleets",
        "/v1/decisions/" + group + "/latest",
        "/v1/services",
        "/v1/status",
        "/v1/forecasts/" + service,
        "/v1/decisions?limit=50",
        "/v1/fleets/" + group,
        "/v1/plans/" + group,
        "/v1/events",
        "/v1/inputs",
        "/v1/services/" + service + "/timeline",
        "/v1/status");
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .header("Authorization", "Bearer " + token)
        .build();
  }

  private void run(List<String> paths, int seconds, int rate) {
    List<CompletableFuture<?>> open = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < seconds * rate; i++) {
      long due = start + i * 1_000_000_000L / rate;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      open.add(read(paths.get(i % paths.size()), due));
    }
    CompletableFuture.allOf(open.toArray(new CompletableFuture<?>[0])).join();
  }

  private CompletableFuture<?> read(String path, long due) {
    return http.sendAsync(request(path), BodyHandlers.ofByteArray())
        .handle(
            (answer, failure) -> {
              note(path, answer, failure, (System.nanoTime() - due) / MILLIS);
              return path;
            });
  }

  private void note(String path, HttpResponse<byte[]> answer, Throwable failure, double millis) {
    times.computeIfAbsent(path, p -> new ConcurrentLinkedQueue<>()).add(millis);
    if (failure != null) {
      failures.merge(path + " " + failure, 1, Integer::sum);
    } else if (answer.statusCode() != 200) {
      failures.merge(path + " " + answer.statusCode(), 1, Integer::sum);
    }
  }

  private String report() {
    StringBuilder report = new StringBuilder();
    List<Double> all = new ArrayList<>();
    for (Map.Entry<String, Collection<Double>> path : new TreeMap<>(times).entrySet()) {
      all.addAll(path.getValue());
      report.append("%-40s %s%n".formatted(path.getKey(), Percentiles.of(path.getValue())));
    }
    return report + "%-40s %s%nfailures: %s".formatted("all", Percentiles.of(all), failures);
  }
}
