package dev.kickoff.jobs.cli.lab;

import dev.kickoff.model.lab.shape.Stages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which load is wanted, to be mixed into a command; exactly one source. */
final class ShapeSources {
  private static final double QUANTILE = 0.95;

  @Option(
      names = "--stages",
      paramLabel = "TABLE",
      description = "duration:target pairs, in requests per minute: 10m:30000,8m:150000.")
  private @Nullable String stages;

  @Option(
      names = "--between",
      paramLabel = "HOW",
      defaultValue = "ramp",
      description =
          "Between the ends of stages: ramp, or rows (one row a minute, as a spreadsheet has them);"
              + " default: ramp.")
  private Stages.Between between = Stages.Between.RAMP;

  @Option(
      names = "--function",
      paramLabel = "SPEC",
      description =
          "A load in words: 'sine:period=1h,mean=2000,amplitude=500 for 2h'; with +, *, then and"
              + " brackets of flat, ramp, step, spike, sine, noise, trace and stages.")
  private @Nullable String function;

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "A span of recorded demand, from --from to --to, times --times.")
  private @Nullable Path trace;

  @Option(names = "--from", paramLabel = "TIME", description = "Where the span begins.")
  private @Nullable Instant from;

  @Option(names = "--to", paramLabel = "TIME", description = "Where it ends.")
  private @Nullable Instant to;

  @Option(
      names = "--times",
      paramLabel = "X",
      description = "Every value times this factor (default: 1).")
  private double times = 1;

  @Option(
      names = "--service",
      paramLabel = "NAME",
      description = "Which service of the demand (default: the only one).")
  private @Nullable String service;

  @Option(
      names = "--event",
      paramLabel = "TITLE",
      description =
          "The traffic that an event of --calendar may bring, forecast from --metrics; its title or"
              + " UID.")
  private @Nullable String event;

  @Option(
      names = "--quantile",
      paramLabel = "Q",
      description = "Which quantile of the forecast, 0.5 to 0.99 (default: 0.95).")
  private double quantile = QUANTILE;

  @Option(
      names = "--before",
      paramLabel = "DURATION",
      description = "How long before kick-off the load begins (default: 1h).")
  private Duration before = Duration.ofHours(1);

  @Option(
      names = "--after",
      paramLabel = "DURATION",
      description = "How long after the planned end it goes on (default: 1h).")
  private Duration after = Duration.ofHours(1);

  /**
   * Checks that exactly one source is named, with all that it needs.
   *
   * @throws IllegalArgumentException saying what is missing
   */
  void check() {
    long sources = Stream.of(stages, function, trace, event).filter(each -> each != null).count();
    if (sources != 1) {
      throw new IllegalArgumentException(
          (sources == 0 ? "which load? " : "which one load? ")
              + "Give one of --stages, --function, --trace and --event");
    }
    if (trace != null && (from == null || to == null)) {
      throw new IllegalArgumentException("--trace needs --from and --to");
    }
    if (trace == null && (from != null || to != null)) {
      throw new IllegalArgumentException("--from and --to go with --trace");
    }
    if (trace == null && event == null && service != null) {
      throw new IllegalArgumentException("--service goes with --trace or --event");
    }
    if (!(times >= 0) || Double.isInfinite(times)) {
      throw new IllegalArgumentException("--times must be 0 or more, was " + times);
    }
    if (!(quantile >= 0.5 && quantile <= 0.99)) {
      throw new IllegalArgumentException("--quantile must be within 0.5 to 0.99, was " + quantile);
    }
  }

  Optional<String> stages() {
    return Optional.ofNullable(stages);
  }

  Stages.Between between() {
    return between;
  }

  Optional<String> function() {
    return Optional.ofNullable(function);
  }

  Optional<Path> trace() {
    return Optional.ofNullable(trace);
  }

  Instant from() {
    return Optional.ofNullable(from).orElseThrow();
  }

  Instant to() {
    return Optional.ofNullable(to).orElseThrow();
  }

  double times() {
    return times;
  }

  Optional<String> service() {
    return Optional.ofNullable(service);
  }

  Optional<String> event() {
    return Optional.ofNullable(event);
  }

  double quantile() {
    return quantile;
  }

  Duration before() {
    return before;
  }

  Duration after() {
    return after;
  }
}
