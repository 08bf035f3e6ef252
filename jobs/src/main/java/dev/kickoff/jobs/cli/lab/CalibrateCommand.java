package dev.kickoff.jobs.cli.lab;

import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.cli.option.OutputOption;
import dev.kickoff.jobs.lab.twin.CalibrateTask;
import dev.kickoff.jobs.lab.twin.CalibrationJson;
import dev.kickoff.jobs.lab.twin.CalibrationResult;
import dev.kickoff.jobs.lab.twin.CalibrationTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kickoff calibrate}: a lab file held against what really happened, and put right. */
@Command(
    name = "calibrate",
    description = "Finds the settings with which the simulated group does what the real one did.",
    footer = {
      "",
      "--activities is CSV requested_at,in_service_at,hosts, or the JSON of",
      "  aws autoscaling describe-scaling-activities --auto-scaling-group-name NAME",
      "--metrics is CSV timestamp,cpu,rpm by the minute or finer; give it twice where CPU",
      "and load are in two files. The lab file says how many hosts served at the beginning.",
      "",
      "Writes twin.yaml (a lab file for simulate and tune), report.json and report.html",
      "to --out. What the data cannot tell stays as planned, and is said.",
      "",
      "Example:",
      "  kickoff calibrate --config lab.yaml --activities activities.json \\",
      "    --metrics metrics.csv --out twin"
    })
public final class CalibrateCommand implements Runnable {
  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The lab file: the group as planned, with its policy.")
  private Path config = Path.of("");

  @Option(
      names = "--activities",
      required = true,
      paramLabel = "FILE",
      description = "What was really launched, and when.")
  private Path activities = Path.of("");

  @Option(
      names = "--metrics",
      required = true,
      paramLabel = "FILE",
      description = "CPU and load; may be repeated.")
  private List<Path> metrics = List.of();

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description = "Which policy of the lab file the group has (default: the first that fits).")
  private String policy = "";

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Zone of times without an offset (default: UTC).")
  private ZoneId zone = ZoneOffset.UTC;

  @Option(names = "--out", paramLabel = "DIR", description = "Where to write.")
  private Path out = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private OutputOption output = new OutputOption();

  @Override
  public void run() {
    Optional<String> named = policy.isEmpty() ? Optional.empty() : Optional.of(policy);
    CalibrationResult result;
    try {
      result = new CalibrateTask(config, activities, metrics, named, zone).run();
    } catch (IllegalArgumentException e) {
      throw new ExitException(ExitCode.USAGE, "kickoff: " + e.getMessage());
    }
    if (!out.toString().isEmpty()) {
      result.write(out);
    }
    PrintWriter data = spec.commandLine().getOut();
    if (output.isJson()) {
      data.println(CalibrationJson.line(result));
    } else {
      data.print(CalibrationTable.of(result.calibration()));
    }
    data.flush();
    PrintWriter words = spec.commandLine().getErr();
    words.println(result.calibration().sentence());
    result.notes().forEach(note -> words.println("note: " + note));
    words.flush();
  }
}
