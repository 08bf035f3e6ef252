package dev.kickoff.jobs.cli.check;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.jobs.Brain;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.cli.option.InputOptions;
import dev.kickoff.jobs.cli.option.OutputOption;
import dev.kickoff.jobs.cli.option.Progress;
import dev.kickoff.jobs.config.ConfigurationCheck;
import dev.kickoff.jobs.config.FleetFile;
import dev.kickoff.jobs.config.FleetSettings;
import dev.kickoff.jobs.config.Inputs;
import dev.kickoff.jobs.offline.ReplayTask;
import dev.kickoff.jobs.offline.gate.GateRun;
import dev.kickoff.jobs.offline.gate.GateVerdict;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.demand.ServiceMasks;
import dev.kickoff.model.simulation.ReplayInput;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kickoff check}: everything wrong with a configuration, or whether to let it act. */
@Command(
    name = "check",
    description = {
      "Reads every file it is given and names every problem at once. With --enable it replays the",
      "service's own last weeks and says whether acting can be recommended."
    },
    footer = {
      "",
      "Exit code of --enable: 0 recommended, 99 not recommended, 2 when a file cannot be used.",
      "Acting is recommended when under-provisioned minutes fall, or stay at none at no more",
      "cost, and demand exceeds the p99 that was forecast in few enough of the minutes.",
      "",
      "Examples:",
      "  kickoff check --fleet fleet.yaml --metrics metrics.csv --calendar calendar.ics",
      "  kickoff check --enable web --fleet fleet.yaml --metrics metrics.csv \\",
      "    --calendar calendar.csv --zone Europe/Paris --weeks 4 -o json"
    })
public final class CheckCommand implements Callable<Integer> {
  private static final int MOST_WEEKS = 52;

  @Mixin private InputOptions input = new InputOptions();

  @Option(names = "--fleet", paramLabel = "FILE", description = "The group of hosts: YAML.")
  private @Nullable Path fleet;

  @Option(
      names = "--enable",
      paramLabel = "SERVICE",
      description = "Judge whether Kickoff should act for this service.")
  private @Nullable Service enable;

  @Option(
      names = "--weeks",
      paramLabel = "N",
      defaultValue = "4",
      description = "How many of the last weeks are replayed at most, 2 to 52 (default: 4).")
  private int weeks;

  @Mixin private OutputOption output = new OutputOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    ConfigurationCheck check =
        ConfigurationCheck.of(
            new ConfigurationCheck.Files(
                Optional.ofNullable(fleet),
                input.metricsFile(),
                input.calendarFiles(),
                input.labelsFile(),
                input.unit()));
    if (enable == null) {
      return report(check);
    }
    if (!check.unusable().isEmpty()) {
      throw new InputException(check.unusable());
    }
    return judge(enable);
  }

  private int report(ConfigurationCheck check) {
    if (fleet == null
        && input.metricsFile().isEmpty()
        && input.labelsFile().isEmpty()
        && input.calendarFiles().files().isEmpty()) {
      throw usage("give it files to check: --fleet, --metrics, --calendar or --labels");
    }
    CheckReport report = new CheckReport(check);
    print(report.json(), report.text());
    return (check.problems() == 0 ? ExitCode.OK : ExitCode.USAGE).number();
  }

  private int judge(Service service) {
    if (weeks < 2 || weeks > MOST_WEEKS) {
      throw usage("--weeks " + weeks + " is not within 2 to " + MOST_WEEKS);
    }
    if (fleet == null) {
      throw usage("--fleet is missing: --enable judges a group of hosts");
    }
    FleetSettings named = FleetFile.read(fleet);
    if (!named.service().orElse(service).equals(service)) {
      throw usage("the fleet file is for service " + named.group().service() + ", not " + service);
    }
    MetricsRead metrics = input.readMetrics(service);
    Path metricsFile = input.metricsFile().orElse(Path.of("metrics"));
    FleetSettings settled = Inputs.settle(named.naming(service), metrics, metricsFile);
    EventCalendar calendar = input.readCalendar();
    ServiceMasks masks = input.readMasks(metrics);
    DemandSeries own = Objects.requireNonNull(metrics.series().get(service));
    ReplayInput all =
        new ReplayTask(own.start(), own.until(), input.unit())
            .input(settled, metrics, calendar, input.lineage(metrics));
    GateRun run =
        new GateRun(all, settled.costs(), settled.planning(), Duration.ofDays(7L * weeks));
    GateVerdict verdict;
    try (Progress progress = Progress.of("check", run.rows())) {
      verdict = run.verdict(() -> Brain.issuer(input.zone(), masks), progress::step);
    }
    print(verdict.json() + "\n", verdict.text());
    return (verdict.recommends() ? ExitCode.OK : ExitCode.QUALITY_GATE_MISSED).number();
  }

  private static ExitException usage(String message) {
    return new ExitException(ExitCode.USAGE, "kickoff: " + message);
  }

  private void print(String json, String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(output.isJson() ? json : text);
    out.flush();
  }
}
