package dev.kickoff.jobs.config;

import dev.kickoff.connectors.CalendarRead;
import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.LabelsRead;
import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Suggestion;
import dev.kickoff.connectors.csv.CalendarFile;
import dev.kickoff.connectors.csv.LabelsFile;
import dev.kickoff.connectors.csv.MetricsFile;
import dev.kickoff.connectors.ical.IcalFile;
import dev.kickoff.connectors.ical.OccurrenceWindow;
import dev.kickoff.model.demand.DemandMasks;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.demand.ServiceMasks;
import dev.kickoff.model.demand.inherit.Lineage;
import dev.kickoff.model.forecast.quality.SignalMasks;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files that a command reads: metrics, calendars and fleets, each by its format. */
public final class Inputs {
  private static final DemandSeries NONE = DemandSeries.empty(Instant.EPOCH, Duration.ofMinutes(1));

  private Inputs() {}

  /**
   * Reads demand.
   *
   * @param zone the zone of timestamps without an offset
   * @param defaultService what the series is called where the file names none
   * @throws InputException when it cannot be used
   */
  public static MetricsRead metrics(Path file, ZoneId zone, Service defaultService) {
    return MetricsFile.read(file, zone, defaultService);
  }

  /**
   * Reads events: iCalendar where the name ends in {@code .ics} or {@code .ical}, else CSV.
   *
   * @param zone the zone of times without one of their own
   * @param window which occurrences of recurring events are read
   * @throws InputException when it cannot be used
   */
  public static CalendarRead calendar(Path file, ZoneId zone, OccurrenceWindow window) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    boolean ical = name.endsWith(".ics") || name.endsWith(".ical");
    return ical ? IcalFile.read(file, zone, window) : CalendarFile.read(file, zone);
  }

  /**
   * Reads labels of demand that must not be learnt.
   *
   * @param zone the zone of times without an offset
   * @throws InputException when they cannot be used
   */
  public static LabelsRead labels(Path file, ZoneId zone) {
    return LabelsFile.read(file, zone);
  }

  /** What the signals beside the demand say must not be learnt. */
  public static ServiceMasks signalMasks(MetricsRead metrics) {
    Map<String, DemandMasks> masks = new TreeMap<>();
    metrics
        .signals()
        .forEach(
            (service, signals) ->
                masks.put(
                    service.name(),
                    SignalMasks.of(metrics.series().getOrDefault(service, NONE), signals)));
    masks.values().removeIf(DemandMasks::isEmpty);
    return new ServiceMasks(DemandMasks.none(), masks);
  }

  /**
   * Who goes on with whose history.
   *
   * @param declarations each {@code NEW=OLD}
   * @throws IllegalArgumentException when one cannot be used with these metrics; the message says
   *     what would do
   */
  public static Lineage lineage(List<String> declarations, MetricsRead metrics) {
    Lineage lineage = Lineage.of(declarations);
    List<String> known = metrics.series().keySet().stream().map(Service::name).toList();
    lineage
        .ancestors()
        .forEach(
            (heir, ancestor) -> {
              for (String name : List.of(heir, ancestor)) {
                if (!known.contains(name)) {
                  String all = "they have " + Problem.brief(String.join(", ", known));
                  throw new IllegalArgumentException(
                      "--inherit %s=%s: the metrics have no service '%s'; %s"
                          .formatted(heir, ancestor, name, Suggestion.orElse(name, known, all)));
                }
              }
            });
    return lineage;
  }

  /**
   * Reads a fleet.
   *
   * @throws InputException when anything in it is wrong
   */
  public static FleetSettings fleet(Path file) {
    return FleetFile.read(file);
  }

  /**
   * The fleet with the service that it carries settled: the one that it names, or else the only one
   * of {@code metrics}.
   *
   * @param metricsFile where the metrics came from, for a problem
   * @throws InputException when the metrics have no such service, or several and none is named
   */
  public static FleetSettings settle(FleetSettings fleet, MetricsRead metrics, Path metricsFile) {
    List<String> known = metrics.series().keySet().stream().map(Service::name).toList();
    Optional<Service> named = fleet.service();
    if (named.isPresent() && !known.contains(named.get().name())) {
      String all = "it has " + Problem.brief(String.join(", ", known));
      String remedy = Suggestion.orElse(named.get().name(), known, all);
      throw noSuchService(metricsFile, "has no service '" + named.get() + "'", remedy);
    }
    if (named.isEmpty() && known.size() > 1) {
      String what = "has " + known.size() + " services and the fleet names none";
      throw noSuchService(metricsFile, what, "add service: " + known.get(0) + " to the fleet file");
    }
    return fleet.serving(named.orElse(new Service(known.get(0))));
  }

  private static InputException noSuchService(Path file, String what, String remedy) {
    return new InputException(new Problem(Place.of(file), ProblemKind.NO_DATA, what, remedy));
  }
}
