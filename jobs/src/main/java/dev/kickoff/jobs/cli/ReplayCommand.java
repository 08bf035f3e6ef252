package dev.kickoff.jobs.cli;

import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.jobs.config.FleetFile;
import dev.kickoff.jobs.config.FleetSettings;
import dev.kickoff.jobs.config.Inputs;
import dev.kickoff.jobs.offline.ForecastsAhead;
import dev.kickoff.jobs.offline.ReplayFiles;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.CapacityPlanner;
import dev.kickoff.model.capacity.PlanningPolicy;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.guardrail.Guardrails;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.MinuteSeries;
import dev.kickoff.model.forecast.ForecastDesk;
import dev.kickoff.model.forecast.method.Methods;
import dev.kickoff.model.simulation.Contender;
import dev.kickoff.model.simulation.PolicyScore;
import dev.kickoff.model.simulation.Replay;
import dev.kickoff.model.simulation.ReplayInput;
import dev.kickoff.model.simulation.ReplayReport;
import dev.kickoff.model.simulation.policy.Contenders;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kickoff replay}: the whole brain over recorded demand, beside other policies. */
@Command(
    name = "replay",
    description =
        "Plays recorded demand through forecast, plan and guardrails, on a virtual clock.",
    footer = {
      "",
      "Writes timeline.csv, report.json and report.html to --out.",
      "Policies: kickoff, kickoff-alone, reactive, reactive:TARGET, oracle, static-peak.",
      "",
      "Example:",
      "  kickoff replay --metrics metrics.csv --calendar calendar.csv --zone Europe/Paris \\",
      "    --fleet fleet.yaml --from 1998-06-20T00:00:00Z --to 1998-06-26T00:00:00Z --out replay"
    })
public final class ReplayCommand implements Runnable {
  @Mixin private InputOptions input = new InputOptions();

  @Option(
      names = "--fleet",
      required = true,
      paramLabel = "FILE",
      description = "The group of hosts: YAML.")
  private Path fleet = Path.of("");

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      description =
          "A policy to play; may be repeated (default: kickoff, reactive, oracle, static-peak).")
  private List<String> policies = Contenders.STANDARD;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "TIME",
      description = "First minute of the timeline.")
  private Instant from = Instant.EPOCH;

  @Option(names = "--to", required = true, paramLabel = "TIME", description = "Its end, exclusive.")
  private Instant to = Instant.EPOCH;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  private Path out = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    FleetSettings named = FleetFile.read(fleet);
    MetricsRead metrics = input.readMetrics(named.service().orElse(FleetFile.DEFAULT_SERVICE));
    FleetSettings settled =
        Inputs.settle(named, metrics, input.metricsFile().orElse(Path.of("metrics")));
    ReplayInput replay = replayInput(settled, metrics, input.readCalendar());
    Controller controller = new Controller(Guardrails.standard());
    List<Contender> contenders;
    try {
      contenders = Contenders.named(policies, replay, controller);
    } catch (IllegalArgumentException e) {
      throw new ExitException(ExitCode.USAGE, "kickoff: " + e.getMessage());
    }
    ReplayReport report =
        new ReplayReport(settled.group().profile(), settled.costs(), replay.calendar());
    try (ReplayFiles files = new ReplayFiles(out);
        ForecastsAhead forecasts =
            new ForecastsAhead(
                replay, () -> new ForecastDesk(Methods.inOrder(input.zone()))::issue);
        Progress progress = Progress.of("replay", (long) replay.rows() * contenders.size())) {
      new Replay(replay, forecasts, new CapacityPlanner(PlanningPolicy.STANDARD))
          .play(
              contenders,
              row -> {
                files.write(row);
                report.add(row);
                progress.step(1);
              });
      files.write(report);
    }
    print(report, spec.commandLine().getOut());
  }

  private ReplayInput replayInput(
      FleetSettings settled, MetricsRead metrics, EventCalendar calendar) {
    DemandSeries series = metrics.series().get(settled.group().service());
    if (series == null) {
      throw new ExitException(
          ExitCode.USAGE, "kickoff: no demand of service " + settled.group().service());
    }
    if (!to.isAfter(from)) {
      throw new ExitException(
          ExitCode.USAGE, "kickoff: --to " + to + " is not after --from " + from);
    }
    Instant first = from.truncatedTo(ChronoUnit.MINUTES);
    if (!series.start().isBefore(to) || !series.until().isAfter(from)) {
      throw new ExitException(
          ExitCode.USAGE,
          "kickoff: --from "
              + from
              + " --to "
              + to
              + " lies outside the demand, which reaches from "
              + series.start()
              + " to "
              + series.until());
    }
    return new ReplayInput(
        MinuteSeries.of(series, input.unit()),
        calendar,
        settled.group(),
        settled.reactive(),
        settled.zones(),
        first,
        to);
  }

  private static void print(ReplayReport report, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%-16s %9s %9s %16s %11s %12s%n",
        "policy",
        "under_pct",
        "unmet_pct",
        "hosts_vs_oracle",
        "host_hours",
        "cost");
    for (Map.Entry<String, ReplayReport.Scores> entry : report.scores().entrySet()) {
      PolicyScore score = entry.getValue().overall();
      out.printf(
          Locale.ROOT,
          "%-16s %9.3f %9.3f %16.3f %11.1f %12.2f%n",
          entry.getKey(),
          100 * score.underShare(),
          100 * score.unmetShare(),
          score.hostsVsOracle(),
          score.hostHours(),
          score.cost());
    }
    out.flush();
  }
}
