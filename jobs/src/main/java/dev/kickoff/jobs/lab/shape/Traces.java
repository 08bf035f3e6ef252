package dev.kickoff.jobs.lab.shape;

import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.connectors.Problem;
import dev.kickoff.jobs.config.FleetFile;
import dev.kickoff.jobs.config.Inputs;
import dev.kickoff.jobs.config.ReadReport;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.shape.past.PastSpan;
import dev.kickoff.model.lab.shape.past.Rates;
import dev.kickoff.model.lab.shape.text.TraceSpan;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Spans of recorded demand, read from metrics files as a load's text asks for them. */
public final class Traces {
  private final ZoneId zone;
  private final DemandUnit unit;
  private final ReadReport report;
  private final List<String> notes = new ArrayList<>();

  /**
   * @param zone of timestamps without an offset
   * @param unit what the values of every file are
   * @param report is told of what is wrong with a file
   */
  public Traces(ZoneId zone, DemandUnit unit, ReadReport report) {
    this.zone = zone;
    this.unit = unit;
    this.report = report;
  }

  /** What a reader should know of the spans read so far. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /**
   * Reads a span.
   *
   * @throws IllegalArgumentException when the demand does not have it
   * @throws dev.kickoff.connectors.InputException when the file cannot be used
   */
  public LoadCurve of(TraceSpan span) {
    MetricsRead read = Inputs.metrics(Path.of(span.file()), zone, FleetFile.DEFAULT_SERVICE);
    report.of(read.problems(), "line", read.notes());
    Service service = service(read, span.service(), span.file());
    DemandSeries demand = Objects.requireNonNull(read.series().get(service));
    PastSpan past = PastSpan.of(Rates.of(demand, unit), span.from(), span.until());
    if (past.bridged() > 0) {
      notes.add(
          "%s: %d of %d steps from %s were not known and are bridged by straight lines"
              .formatted(span.file(), past.bridged(), past.curve().size() - 1, span.from()));
    }
    return past.curve();
  }

  /**
   * The service that is meant: the one named, or the only one.
   *
   * @throws IllegalArgumentException when there is no such, or several and none is named
   */
  public static Service service(MetricsRead read, Optional<String> named, String file) {
    List<String> known = read.series().keySet().stream().map(Service::name).toList();
    String all = Problem.brief(String.join(", ", known));
    if (named.isEmpty() && known.size() > 1) {
      throw new IllegalArgumentException(
          "%s has %d services (%s): name one with service".formatted(file, known.size(), all));
    }
    String name = named.orElse(known.get(0));
    if (!known.contains(name)) {
      throw new IllegalArgumentException(
          "%s has no service '%s'; it has %s".formatted(file, Problem.brief(name), all));
    }
    return new Service(name);
  }
}
