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
import dev.kickoff.jobs.config.HandSchedules;
import dev.kickoff.jobs.config.Inputs;
import dev.kickoff.jobs.offline.BootRun;
import dev.kickoff.jobs.offline.ForecastsAhead;
import dev.kickoff.jobs.offline.ReplayFiles;
import dev.kickoff.jobs.offline.ReplayScores;
import dev.kickoff.jobs.offline.ReplayTable;
import dev.kickoff.jobs.offline.ReplayTask;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.CapacityPlanner;
import dev.kickoff.model.demand.ServiceMasks;
import dev.kickoff.model.fleet.ScheduledSize;
import dev.kickoff.model.simulation.Contender;
import dev.kickoff.model.simulation.Replay;
import dev.kickoff.model.simulation.ReplayInput;
import dev.kickoff.model.simulation.policy.Contenders;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
      "Writes timeline.csv, report.json and report.html to --out; with several boot",
      "times timeline-boot-MINUTES.csv each. Policies:",
      "  kickoff                 beside the fleet's reactive policy, as in production",
      "  kickoff:forecast-only   decides and changes nothing",
      "  kickoff:approve         large moves wait for a person, and nobody answers",
      "  kickoff-alone           no reactive policy beside it",
      "  reactive[:TARGET]       the fleet's target tracking, or at another target",
      "  step[:THRESHOLD]        step scaling on utilization",
      "  aws-predictive          hourly forecast as AWS documents it, and target tracking",
      "  scheduled:FILE          sizes by hand, CSV at,min[,max][,desired], beside tracking",
      "  static, static-peak     the fleet's initial hosts; those of the span's peak",
      "  oracle                  knows all demand, obeys the boot time",
      "",
      "Example:",
      "  kickoff replay --metrics metrics.csv --calendar calendar.csv --zone Europe/Paris \\",
      "    --fleet fleet.yaml --from 1998-06-20T00:00:00Z --to 1998-06-26T00:00:00Z --out replay"
    })
public final class ReplayCommand implements Runnable {
  private static final int MOST_BOOT = 1440;

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
      names = "--boot",
      paramLabel = "MINUTES",
      split = ",",
      description = "Boot times to play, such as 3,10,20 (default: the fleet's lead time).")
  private List<Integer> boots = List.of();

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
    List<ReplayInput> inputs;
    List<List<Contender>> contenders;
    try {
      ReplayInput replay =
          new ReplayTask(from, to, input.unit())
              .input(settled, metrics, calendar, input.lineage(metrics));
      inputs = ReplayFiles.booting(replay, checkedBoots());
      Map<String, List<ScheduledSize>> schedules = HandSchedules.read(policies, input.zone());
      contenders =
          inputs.stream()
              .map(i -> Contenders.named(policies, i, Brain.controller(), schedules))
              .toList();
    } catch (IllegalArgumentException e) {
      throw new ExitException(ExitCode.USAGE, "kickoff: " + e.getMessage());
    }
    try (ReplayFiles files = new ReplayFiles(out, inputs, settled.costs())) {
      play(
          inputs, contenders, new Thinking(masks, Brain.planner(settled.planning())), files.runs());
      files.writeReports();
      print(files.runs());
    }
  }

  private List<Integer> checkedBoots() {
    for (int boot : boots) {
      if (boot < 0 || boot > MOST_BOOT) {
        throw new IllegalArgumentException(
            "--boot " + boot + " is not within 0 to " + MOST_BOOT + " minutes");
      }
    }
    return boots;
  }

  /** What is learnt from, and how that is planned for. */
  private record Thinking(ServiceMasks masks, CapacityPlanner planner) {}

  private void play(
      List<ReplayInput> inputs,
      List<List<Contender>> contenders,
      Thinking thinking,
      List<BootRun> runs) {
    long rows = (long) inputs.get(0).rows() * inputs.size() * contenders.get(0).size();
    try (ForecastsAhead forecasts =
            new ForecastsAhead(inputs.get(0), () -> Brain.issuer(input.zone(), thinking.masks()));
        Progress progress = Progress.of("replay", rows)) {
      List<Replay.Stage> stages = new ArrayList<>();
      for (int i = 0; i < runs.size(); i++) {
        BootRun run = runs.get(i);
        stages.add(
            new Replay.Stage(
                new Replay(inputs.get(i), forecasts, thinking.planner()),
                contenders.get(i),
                row -> {
                  run.add(row);
                  progress.step(1);
                }));
      }
      Replay.playSideBySide(stages);
    }
  }

  private void print(List<BootRun> runs) {
    PrintWriter scores = spec.commandLine().getOut();
    if (output.isJson()) {
      scores.println(ReplayScores.json(runs));
    } else {
      scores.print(ReplayTable.of(runs));
    }
    scores.flush();
    PrintWriter words = spec.commandLine().getErr();
    words.println(ReplayTable.verdict(runs));
    words.flush();
  }
}
