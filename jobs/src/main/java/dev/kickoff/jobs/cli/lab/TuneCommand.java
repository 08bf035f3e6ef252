package dev.kickoff.jobs.cli.lab;

import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.cli.option.OutputOption;
import dev.kickoff.jobs.cli.option.Progress;
import dev.kickoff.jobs.config.lab.LabSettings;
import dev.kickoff.jobs.lab.Stopping;
import dev.kickoff.jobs.lab.export.ExportTarget;
import dev.kickoff.jobs.lab.tune.TuneOutcome;
import dev.kickoff.jobs.lab.tune.TuneReport;
import dev.kickoff.jobs.lab.tune.TuneTask;
import dev.kickoff.model.lab.tune.TuneProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kickoff tune}: the settings of a scaling policy that are best, and how sure that is. */
@Command(
    name = "tune",
    description = {
      "Searches the increment and the threshold of a scaling policy on a simulated group: those",
      "that keep the busiest host below search.maxCpu, with the highest mean processor share.",
      "With --robust every candidate is tried in all cases of what nobody controls: alarm phase",
      "and boot time; with --draws also wrong profiles and loads, slow boots, refused launches."
    },
    footer = {
      "",
      "Writes report.html and report.json to --out. Ctrl-C keeps what was done.",
      "",
      "With --group what was found (with --robust the safest) is also written as code, policy.* in",
      "--out; with --as on stdout, the table on stderr. What AWS cannot express is said on stderr.",
      "--diff-against sets it against the group's policies; nothing is ever changed. Exit code 99",
      "when nothing was found that could be written.",
      "",
      "Examples:",
      "  kickoff tune --config deploy/examples/tune-a-group/rows/A.yaml",
      "  kickoff tune --config group.yaml --robust --draws 100 --out tuning",
      "  kickoff tune --config group.yaml --group web-asg --as terraform > policy.tf",
      "  aws autoscaling describe-policies --auto-scaling-group-name web-asg > present.json",
      "  kickoff tune --config group.yaml --group web-asg --diff-against present.json",
      "  kickoff shape --stages 10m:30000,8m:150000 | kickoff tune --config group.yaml --shape -"
    })
public final class TuneCommand implements Runnable {
  @Mixin private LabInput input = new LabInput();

  @Option(names = "--robust", description = "Also try every case of what nobody controls.")
  private boolean robust;

  @Option(
      names = "--draws",
      paramLabel = "N",
      description = "Draws of the rest in each of these cases (default: the file's, else none).")
  private @Nullable Integer draws;

  @Option(names = "--out", paramLabel = "DIR", description = "Where to write the report.")
  private @Nullable Path out;

  @Mixin private TuneExport export = new TuneExport();

  @Mixin private OutputOption output = new OutputOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    LabSettings settings = input.read();
    if (draws != null) {
      settings = settings.drawing(input.checkedDraws(draws));
    }
    Optional<TuneProblem> problem = settings.problem();
    if (problem.isEmpty()) {
      throw new ExitException(
          ExitCode.USAGE,
          "kickoff: " + input.config() + " has no policy to tune; add policy: {kind: simple}");
    }
    export.check(output.isJson());
    boolean cases = robust || draws != null;
    try (Stopping stopping = new Stopping()) {
      TuneOutcome outcome = tuned(settings, problem.get(), cases, stopping);
      TuneReport report = new TuneReport(outcome);
      LabReports.write(Optional.ofNullable(out), report::html, report::fullJson);
      CommandLine line = spec.commandLine();
      PrintWriter print = export.isOnStdout() ? line.getErr() : line.getOut();
      print.print(output.isJson() ? report.json() : report.text());
      print.flush();
      export.write(
          outcome,
          new ExportTarget(
              Optional.ofNullable(out),
              line.getOut(),
              line.getErr(),
              output.isJson() || export.isOnStdout()));
    }
  }

  private static TuneOutcome tuned(
      LabSettings settings, TuneProblem problem, boolean cases, Stopping stopping) {
    try (Progress progress = Progress.of("runs", TuneTask.runs(settings, cases))) {
      return new TuneTask(settings, problem, stopping::isStopped, progress::step).run(cases);
    }
  }
}
