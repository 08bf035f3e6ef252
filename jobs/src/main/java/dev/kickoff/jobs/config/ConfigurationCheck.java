package dev.kickoff.jobs.config;

import dev.kickoff.connectors.CalendarRead;
import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.Problems;
import dev.kickoff.connectors.ical.OccurrenceWindow;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.demand.MinuteSeries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The files of a configuration read one after the other and all together, so that every problem of
 * every file is known at once.
 */
public final class ConfigurationCheck {
  private final List<Problem> unusable = new ArrayList<>();
  private final List<Problem> refused = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private int refusedInAll;

  /**
   * What is to be checked.
   *
   * @param fleet empty where there is none
   * @param metrics empty where there are none
   * @param calendars with the zone of all files
   * @param labels empty where there are none
   * @param unit what the metrics' values are
   */
  public record Files(
      Optional<Path> fleet,
      Optional<Path> metrics,
      CalendarFiles calendars,
      Optional<Path> labels,
      DemandUnit unit) {}

  private ConfigurationCheck() {}

  /** Reads all of {@code files}. */
  public static ConfigurationCheck of(Files files) {
    ConfigurationCheck check = new ConfigurationCheck();
    Optional<FleetSettings> fleet =
        files.fleet().flatMap(file -> check.reading(() -> FleetFile.read(file)));
    Optional<MetricsRead> metrics =
        files.metrics().flatMap(file -> check.metrics(file, files, fleet));
    OccurrenceWindow window =
        metrics
            .map(read -> CalendarFiles.window(read.series().values()))
            .orElse(OccurrenceWindow.ALL);
    files.calendars().files().forEach(file -> check.calendar(file, files, window));
    files
        .labels()
        .flatMap(file -> check.reading(() -> Inputs.labels(file, files.calendars().zone())))
        .ifPresent(read -> check.take(read.problems(), read.notes()));
    if (fleet.isPresent() && metrics.isPresent()) {
      Path file = files.metrics().orElseThrow();
      check
          .reading(() -> Inputs.settle(fleet.get(), metrics.get(), file))
          .ifPresent(settled -> check.reach(settled, metrics.get(), files.unit()));
    }
    return check;
  }

  private <T> Optional<T> reading(Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (InputException e) {
      unusable.addAll(e.problems());
      return Optional.empty();
    }
  }

  private Optional<MetricsRead> metrics(Path file, Files files, Optional<FleetSettings> fleet) {
    Optional<MetricsRead> read =
        reading(
            () ->
                Inputs.metrics(
                    file,
                    files.calendars().zone(),
                    fleet.flatMap(FleetSettings::service).orElse(FleetFile.DEFAULT_SERVICE)));
    read.ifPresent(metrics -> take(metrics.problems(), metrics.notes()));
    return read;
  }

  private void calendar(Path file, Files files, OccurrenceWindow window) {
    Optional<CalendarRead> read =
        reading(() -> Inputs.calendar(file, files.calendars().zone(), window));
    read.ifPresent(calendar -> take(calendar.problems(), calendar.notes()));
  }

  private void take(Problems problems, List<String> said) {
    refused.addAll(problems.detailed());
    refusedInAll += problems.total();
    notes.addAll(said);
  }

  /** Says so where the fleet could not have carried what has been. */
  private void reach(FleetSettings fleet, MetricsRead metrics, DemandUnit unit) {
    DemandSeries own = metrics.series().get(fleet.group().service());
    if (own == null) {
      return;
    }
    DemandSeries minutes = MinuteSeries.of(own, unit);
    double peak = 0;
    for (int i = 0; i < minutes.size(); i++) {
      peak = minutes.isPresent(i) ? Math.max(peak, minutes.value(i)) : peak;
    }
    int hosts = fleet.group().profile().hostsFor(peak);
    int max = fleet.group().bounds().max();
    if (hosts > max) {
      notes.add(
          String.format(
              Locale.ROOT,
              "the highest demand, %,.0f requests per minute, needs %d hosts, and hosts.max is %d",
              peak,
              hosts,
              max));
    }
  }

  /** Why files cannot be used at all. */
  public List<Problem> unusable() {
    return List.copyOf(unusable);
  }

  /** Parts of files that were refused while the rest can be used; the first hundred of a file. */
  public List<Problem> refused() {
    return List.copyOf(refused);
  }

  /** How many problems there are, shown or not. */
  public int problems() {
    return unusable.size() + refusedInAll;
  }

  /** What is worth knowing though nothing is wrong. */
  public List<String> notes() {
    return List.copyOf(notes);
  }
}
