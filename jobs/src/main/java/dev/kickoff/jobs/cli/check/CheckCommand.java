package dev.kickoff.jobs.cli.check;

import dev.kickoff.connectors.InputException;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.cli.option.InputOptions;
import dev.kickoff.jobs.cli.option.OutputOption;
import dev.kickoff.jobs.config.ConfigurationCheck;
import dev.kickoff.jobs.config.FleetFile;
import dev.kickoff.jobs.offline.gate.GateVerdict;
import dev.kickoff.model.demand.Service;
import java.io.PrintWriter;
import java.nio.file.Path;
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
      "service's own last weeks and says whether acting can be recommended. With --live it looks",
      "at the group and its account too, by read-only calls, as the fleet file says."
    },
    footer = {
      "",
      "Exit code of --enable: 0 recommended, 99 not recommended, 2 when a file cannot be used.",
      "Acting is recommended when under-provisioned minutes fall, or stay at none at no more",
      "cost, and demand exceeds the p99 that was forecast in few enough of the minutes.",
      "",
      "Examples:",
      "  kickoff check --fleet fleet.yaml --metrics metrics.csv --calendar calendar.ics",
      "  kickoff check --live --fleet fleet.yaml",
      "  kickoff check --enable web --fleet fleet.yaml --metrics metrics.csv \\",
      "    --calendar calendar.csv --zone Europe/Paris --weeks 4 -o json"
    })
public final class CheckCommand implements Callable<Integer> {
  private static final int MOST_WEEKS = 52;

  @Mixin private InputOptions input = new InputOptions();

  @Option(names = "--fleet", paramLabel = "FILE", description = "The group of hosts: YAML.")
  private @Nullable Path fleet;

  @Option(
      names = "--live",
      description =
          "Describe the group of --fleet, and read the account's quota where the file says how.")
  private boolean live;

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
    if (live && fleet == null) {
      throw usage("--fleet is missing: --live looks at the group that a fleet file names");
    }
    CheckReport report = new CheckReport(check, group());
    print(report.json(), report.text());
    return (report.total() == 0 ? ExitCode.OK : ExitCode.USAGE).number();
  }

  /** The group as it is; empty where it was not asked for, or its file cannot be read. */
  private Optional<GroupCheck> group() {
    try {
      return live && fleet != null
          ? Optional.of(GroupCheck.live(fleet, FleetFile.read(fleet)))
          : Optional.empty();
    } catch (InputException e) {
      return Optional.empty(); // what is wrong with the file is told already
    }
  }

  private int judge(Service service) {
    if (weeks < 2 || weeks > MOST_WEEKS) {
      throw usage("--weeks " + weeks + " is not within 2 to " + MOST_WEEKS);
    }
    if (fleet == null) {
      throw usage("--fleet is missing: --enable judges a group of hosts");
    }
    GateVerdict verdict = new GateCheck(input, fleet, weeks).verdict(service);
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
