package dev.kickoff.jobs.cli.lab;

import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where load tests come from, to be mixed into a command. */
final class ProfileInput {
  /** What a single load test is called. */
  static final String ONLY = "host";

  @Option(
      names = "--load-test",
      paramLabel = "FILE",
      description = {
        "CSV timestamp,rpm,cpu[,latency_ms][,cache_hit][,hosts] of one host; or Locust's",
        "*_stats_history.csv or k6's --out csv, with --cpu."
      })
  private @Nullable Path loadTest;

  @Option(
      names = "--type",
      paramLabel = "NAME=FILE",
      description = "The load test of one instance type; repeated, it weighs them.")
  private Map<String, Path> types = new LinkedHashMap<>();

  @Option(
      names = "--from-metrics",
      paramLabel = "FILE",
      description = {
        "Pull the load test from CloudWatch or Prometheus, by the YAML of kickoff",
        "collect (requests, cpu, latency_ms of one service); needs --from, --to, --out."
      })
  private @Nullable Path metrics;

  @Option(names = "--from", paramLabel = "TIME", description = "Start of what is pulled.")
  private @Nullable Instant from;

  @Option(names = "--to", paramLabel = "TIME", description = "End of what is pulled, exclusive.")
  private @Nullable Instant to;

  @Option(
      names = "--cpu",
      paramLabel = "FILE",
      description = "The host's processor during a test by Locust or k6: CSV timestamp,cpu.")
  private @Nullable Path cpu;

  @Option(
      names = "--hosts",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many hosts shared the load (default: 1).")
  private int hosts = 1;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "The zone of timestamps without an offset (default: UTC).")
  private ZoneId zone = ZoneOffset.UTC;

  Optional<Path> cpu() {
    return Optional.ofNullable(cpu);
  }

  int hosts() {
    if (hosts < 1) {
      throw usage("--hosts " + hosts + " is no number of hosts; write 1 or more");
    }
    return hosts;
  }

  ZoneId zone() {
    return zone;
  }

  /** The collector's file to pull by; empty where files are read. */
  Optional<Path> metrics() {
    return Optional.ofNullable(metrics);
  }

  Instant from() {
    return required(from, "--from");
  }

  Instant to() {
    Instant end = required(to, "--to");
    if (!end.isAfter(from())) {
      throw usage("--to " + end + " is not after --from " + from());
    }
    return end;
  }

  private static Instant required(@Nullable Instant time, String option) {
    if (time == null) {
      throw usage("--from-metrics needs " + option + "; write one such as 2026-06-01T18:00:00Z");
    }
    return time;
  }

  /**
   * The load tests by name; none where metrics are pulled.
   *
   * @throws ExitException where none is named, or by more than one option
   */
  Map<String, Path> files() {
    long ways =
        List.of(loadTest != null, !types.isEmpty(), metrics != null).stream()
            .filter(given -> given)
            .count();
    if (ways != 1) {
      throw usage(
          (ways == 0 ? "no load test is named" : "load tests are named in several ways")
              + "; give --load-test FILE, or --type NAME=FILE, or --from-metrics FILE");
    }
    if (metrics == null && (from != null || to != null)) {
      throw usage("--from and --to go with --from-metrics only; a file is read whole");
    }
    return loadTest == null ? types : Map.of(ONLY, loadTest);
  }

  static ExitException usage(String what) {
    return new ExitException(ExitCode.USAGE, "kickoff: " + what);
  }
}
