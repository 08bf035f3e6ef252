package dev.kickoff.jobs.cli.lab;

import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.config.FleetFile;
import dev.kickoff.jobs.config.Inputs;
import dev.kickoff.jobs.config.ReadReport;
import dev.kickoff.jobs.lab.compare.ReplayedDay;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.demand.MinuteSeries;
import dev.kickoff.model.demand.Service;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that name the days of recorded demand to be replayed in the lab. */
final class DaysOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description = "Recorded demand, CSV; each whole day is a pair (default: the lab's load).")
  private @Nullable Path metrics;

  @Option(
      names = "--service",
      paramLabel = "NAME",
      description = "The service in it (default: the only one).")
  private @Nullable String service;

  @Option(names = "--from", paramLabel = "TIME", description = "Where the days begin.")
  private @Nullable Instant from;

  @Option(names = "--to", paramLabel = "TIME", description = "Where they end, exclusive.")
  private @Nullable Instant to;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "The time zone in which days begin (default: UTC).")
  private ZoneId zone = ZoneOffset.UTC;

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      defaultValue = "rpm",
      description = "What values are: rpm, rps or count (default: rpm).")
  private DemandUnit unit = DemandUnit.RPM;

  boolean isGiven() {
    return metrics != null;
  }

  Optional<Path> file() {
    return Optional.ofNullable(metrics);
  }

  /**
   * The days; none without {@code --metrics}.
   *
   * @param notes is told what was left out or bridged
   */
  List<ReplayedDay> read(List<String> notes) {
    if (metrics == null) {
      if (from != null || to != null || service != null) {
        throw usage("--from, --to and --service need --metrics FILE");
      }
      return List.of();
    }
    MetricsRead read = Inputs.metrics(metrics, zone, FleetFile.DEFAULT_SERVICE);
    new ReadReport(command.commandLine().getErr()).of(read.problems(), "line", read.notes());
    DemandSeries minutes = minutes(read);
    Instant begin = from == null ? minutes.start() : from;
    Instant end = to == null ? minutes.until() : to;
    ReplayedDay.Days days = ReplayedDay.of(minutes, begin, end, zone);
    notes.addAll(days.notes());
    if (days.days().size() < 2) {
      throw usage(
          "%s holds %d whole days from %s to %s in %s; give at least two"
              .formatted(metrics, days.days().size(), begin, end, zone));
    }
    return days.days();
  }

  private DemandSeries minutes(MetricsRead read) {
    Map<Service, DemandSeries> series = read.series();
    Optional<DemandSeries> chosen =
        service == null
            ? series.values().stream().filter(one -> series.size() == 1).findFirst()
            : series.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(service))
                .map(Map.Entry::getValue)
                .findFirst();
    try {
      return MinuteSeries.of(
          chosen.orElseThrow(
              () ->
                  usage(
                      "%s holds %s; write --service NAME with one of them"
                          .formatted(
                              metrics, series.keySet().stream().map(Service::name).toList()))),
          unit);
    } catch (IllegalArgumentException e) {
      throw usage(metrics + ": " + e.getMessage());
    }
  }

  private static ExitException usage(String words) {
    return new ExitException(ExitCode.USAGE, "kickoff: " + words);
  }
}
