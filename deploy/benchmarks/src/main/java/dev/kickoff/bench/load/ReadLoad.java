package dev.kickoff.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from a running API at a steady rate while many listen, and tells how long answers took.
 *
 * <p>{@code ReadLoad URL TOKEN-FILE [SECONDS [READS-A-SECOND [LISTENERS]]]}; 60, 500 and 1,000
 * without. {@value #READERS} connections are kept open and used by whoever is free, as a gateway
 * would; a read is timed from when it was due, so that one which had to wait for a connection is
 * not told as quick.
 */
public final class ReadLoad {
  private static final int READERS = 16;
  private static final double MILLIS = 1e6;
  private static final Pattern GROUP =
      Pattern.compile("\"group\":\"([^\"]+)\",\"service\":\"([^\"]+)");

  private final URI base;
  private final String token;
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
  private List<String> paths() throws IOException {
    String fleets = new String(read("/v1/fleets"), StandardCharsets.UTF_8);
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

  private void run(List<String> paths, int seconds, int rate) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    List<Thread> readers = new ArrayList<>();
    for (int r = 0; r < READERS; r++) {
      Thread reader =
          new Thread(
              () -> {
                for (int i = next.getAndIncrement();
                    i < seconds * rate;
                    i = next.getAndIncrement()) {
                  timed(paths.get(i % paths.size()), start + i * 1_000_000_000L / rate);
                }
              },
              "reader-" + r);
      reader.start();
      readers.add(reader);
    }
    for (Thread reader : readers) {
      reader.join();
    }
  }

  private void timed(String path, long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    try {
      read(path);
    } catch (IOException e) {
      failures.merge(path + " " + e.getMessage(), 1, Integer::sum);
    }
    times
        .computeIfAbsent(path, p -> new ConcurrentLinkedQueue<>())
        .add((System.nanoTime() - due) / MILLIS);
  }

  /** One thread does all of it: a client that hands over between threads would be measured too. */
  private byte[] read(String path) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) base.resolve(path).toURL().openConnection();
    connection.setRequestProperty("Authorization", "Bearer " + token);
    try (InputStream body = connection.getInputStream()) {
      return body.readAllBytes();
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
