package dev.kickoff.jobs.cli;

import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.jobs.Brain;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.cli.option.InputOptions;
import dev.kickoff.jobs.cli.option.OutputOption;
import dev.kickoff.jobs.cli.option.Progress;
import dev.kickoff.jobs.config.FleetFile;
import dev.kickoff.jobs.config.FleetSettings;
import dev.kickoff.jobs.config.Inputs;
import dev.kickoff.jobs.offline.ForecastsAhead;
import dev.kickoff.jobs.offline.ReplayFiles;
import dev.kickoff.jobs.offline.ReplayScores;
import dev.kickoff.jobs.offline.ReplayTask;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.CapacityPlanner;
import dev.kickoff.model.demand.ServiceMasks;
import dev.kickoff.model.simulation.Contender;
import dev.kickoff.model.simulation.Replay;
import dev.kickoff.model.simulation.ReplayInput;
import dev.kickoff.model.simulation.ReplayReport;
import dev.kickoff.model.simulation.policy.Contenders;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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

  @Mixin private OutputOption output = new OutputOption();

  @Override
  public void run() {
    FleetSettings named = FleetFile.read(fleet);
    MetricsRead metrics = input.readMetrics(named.service().orElse(FleetFile.DEFAULT_SERVICE));
    FleetSettings settled =
        Inputs.settle(named, metrics, input.metricsFile().orElse(Path.of("metrics")));
    EventCalendar calendar = input.readCalendar();
    ServiceMasks masks = input.readMasks(metrics);
    ReplayInput replay;
    List<Contender> contenders;
    try {
      replay =
          new ReplayTask(from, to, input.unit())
              .input(settled, metrics, calendar, input.lineage(metrics));
      contenders = Contenders.named(policies, replay, Brain.controller());
    } catch (IllegalArgumentException e) {
      throw new ExitException(ExitCode.USAGE, "kickoff: " + e.getMessage());
    }
    ReplayReport report =
        new ReplayReport(settled.group().profile(), settled.costs(), replay.calendar());
    CapacityPlanner planner = Brain.planner(settled.planning());
    play(new Game(replay, contenders, masks, planner), report);
    print(report);
  }

  /** What is played, and with what. */
  private record Game(
      ReplayInput input, List<Contender> contenders, ServiceMasks masks, CapacityPlanner planner) {
    long rows() {
      return (long) input.rows() * contenders.size();
    }
  }

  private void play(Game game, ReplayReport report) {
    try (ReplayFiles files = new ReplayFiles(out, game.input());
        ForecastsAhead forecasts =
            new ForecastsAhead(game.input(), () -> Brain.issuer(input.zone(), game.masks()));
        Progress progress = Progress.of("replay", game.rows())) {
      new Replay(game.input(), forecasts, game.planner())
          .play(
              game.contenders(),
              row -> {
                files.write(row);
                report.add(row);
                progress.step(1);
              });
      files.write(report);
    }
  }

  private void print(ReplayReport report) {
    PrintWriter scores = spec.commandLine().getOut();
    if (output.isJson()) {
      scores.println(ReplayScores.json(report));
    } else {
      scores.print(ReplayScores.table(report));
    }
    scores.flush();
    PrintWriter words = spec.commandLine().getErr();
    words.println(ReplayScores.verdict(report));
    words.flush();
  }
}
