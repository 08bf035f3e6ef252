package dev.kickoff.jobs.cli.option;

import dev.kickoff.connectors.LabelsRead;
import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.connectors.Problems;
import dev.kickoff.connectors.ical.OccurrenceWindow;
import dev.kickoff.jobs.config.CalendarFiles;
import dev.kickoff.jobs.config.FleetFile;
import dev.kickoff.jobs.config.Inputs;
import dev.kickoff.jobs.config.ReadReport;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.Region;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.demand.ServiceMasks;
import dev.kickoff.model.demand.inherit.Lineage;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The options that name recorded demand and its calendar, to be mixed into a command.
 *
 * <p>Lines that were refused, and notes, go to the command's stderr as the files are read.
 */
public final class InputOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description = "Recorded demand: CSV, timestamp[,service],value.")
  private @Nullable Path metrics;

  @Option(
      names = "--calendar",
      paramLabel = "FILE",
      description = {
        "Planned events: .ics, or CSV start,end,title,category[,...].",
        "May be repeated; of an event that several have the first file is right."
      })
  private List<Path> calendars = List.of();

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = {
        "Where people live, such as FR or US-NY; may be repeated. Whole-day events",
        "with the attribute region count in theirs only (default: everywhere)."
      })
  private List<Region> regions = List.of();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "The time zone people live in, such as Europe/Paris (default: UTC).")
  private ZoneId zone = ZoneOffset.UTC;

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      defaultValue = "rpm",
      description = "What values are: rpm, rps or count (default: rpm, requests per minute).")
  private DemandUnit unit = DemandUnit.RPM;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "Outages and load tests that must not be learnt: CSV, start,end[,title,category,...].")
  private @Nullable Path labels;

  @Option(
      names = "--inherit",
      paramLabel = "NEW=OLD",
      description = {
        "NEW was renamed from OLD or replaces it: before its own first sample it has",
        "OLD's history; may be repeated."
      })
  private List<String> inherit = List.of();

  private OccurrenceWindow window = OccurrenceWindow.ALL;

  public Optional<Path> metricsFile() {
    return Optional.ofNullable(metrics);
  }

  /** The calendars and how they are read; none without the option. */
  public CalendarFiles calendarFiles() {
    return new CalendarFiles(calendars, zone, regions);
  }

  /** Which occurrences of recurring events matter to the demand that was read; all before that. */
  public OccurrenceWindow window() {
    return window;
  }

  public Optional<Path> labelsFile() {
    return Optional.ofNullable(labels);
  }

  public ZoneId zone() {
    return zone;
  }

  public DemandUnit unit() {
    return unit;
  }

  /**
   * Who goes on with whose history.
   *
   * @param metrics must hold every service that is named
   * @throws ExitException when a declaration cannot be used; the message says what would do
   */
  public Lineage lineage(MetricsRead metrics) {
    try {
      return Inputs.lineage(inherit, metrics);
    } catch (IllegalArgumentException e) {
      throw new ExitException(ExitCode.USAGE, "kickoff: " + e.getMessage());
    }
  }

  /** Whether {@code --inherit} was given. */
  public List<String> inherited() {
    return List.copyOf(inherit);
  }

  /** Reads {@code --metrics}; a file without a service column holds the service {@code web}. */
  public MetricsRead readMetrics() {
    return readMetrics(FleetFile.DEFAULT_SERVICE);
  }

  /**
   * Reads {@code --metrics}.
   *
   * @param defaultService what the series of a file without a service column is called
   * @throws ExitException when the option is missing
   * @throws dev.kickoff.connectors.InputException when the file cannot be used
   */
  public MetricsRead readMetrics(Service defaultService) {
    Path file =
        metricsFile()
            .orElseThrow(() -> new ExitException(ExitCode.USAGE, "kickoff: --metrics is missing"));
    MetricsRead read = Inputs.metrics(file, zone, defaultService);
    window = CalendarFiles.window(read.series().values());
    report(read.problems(), "line", read.notes());
    return read;
  }

  /** Reads every {@code --calendar}, after the metrics; no events without the option. */
  public EventCalendar readCalendar() {
    CalendarFiles.Reading read = calendarFiles().read(window);
    read.feeds().forEach(feed -> report(feed.problems(), "event", feed.notes()));
    new ReadReport(command.commandLine().getErr()).notes(read.notes());
    return read.calendar();
  }

  /** What {@code --labels} and the signals of {@code metrics} say must not be learnt. */
  public ServiceMasks readMasks(MetricsRead metrics) {
    return readLabels().and(Inputs.signalMasks(metrics));
  }

  /** What {@code --labels} says must not be learnt; nothing without the option. */
  public ServiceMasks readLabels() {
    if (labels == null) {
      return ServiceMasks.none();
    }
    LabelsRead read = Inputs.labels(labels, zone);
    report(read.problems(), "label", read.notes());
    return read.masks();
  }

  private void report(Problems problems, String noun, List<String> notes) {
    new ReadReport(command.commandLine().getErr()).of(problems, noun, notes);
  }
}
