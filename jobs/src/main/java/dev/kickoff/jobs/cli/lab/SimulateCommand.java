package dev.kickoff.jobs.cli.lab;

import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.cli.option.OutputOption;
import dev.kickoff.jobs.config.lab.LabSettings;
import dev.kickoff.jobs.lab.simulate.SimulateReport;
import dev.kickoff.jobs.lab.simulate.SimulateTask;
import dev.kickoff.jobs.lab.simulate.SimulatedPolicy;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kickoff simulate}: policies on one load, side by side. */
@Command(
    name = "simulate",
    description = {
      "Plays scaling policies on a simulated group: alarms with periods and phase, cooldowns,",
      "boots, warming in, refused launches, missing metrics. Says what each would have done:",
      "processor shares, minutes above the knee, latency, hosts and costs."
    },
    footer = {
      "",
      "Writes report.html, report.json and a CSV of every step to --out. With --csv the steps of",
      "the first policy go to stdout, as a shape for the next command, the table to stderr.",
      "",
      "Examples:",
      "  kickoff simulate --config deploy/examples/tune-a-group/simulate.yaml --out simulation",
      "  kickoff shape --stages 10m:30000 | kickoff simulate --config group.yaml --shape -"
    })
public final class SimulateCommand implements Runnable {
  @Mixin private LabInput input = new LabInput();

  @Option(names = "--csv", description = "Every step of the first policy on stdout.")
  private boolean csv;

  @Option(names = "--out", paramLabel = "DIR", description = "Where to write the report.")
  private @Nullable Path out;

  @Mixin private OutputOption output = new OutputOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    LabSettings settings = input.read();
    List<SimulatedPolicy> policies = SimulateTask.run(settings);
    if (policies.isEmpty()) {
      throw new ExitException(
          ExitCode.USAGE,
          "kickoff: "
              + input.config()
              + " has no policies to simulate; add policies: [{kind: simple, ...}]");
    }
    SimulateReport report = new SimulateReport(settings, policies);
    Optional<Path> folder = Optional.ofNullable(out);
    LabReports.write(folder, report::html, report::json);
    folder.ifPresent(f -> LabReports.file(f, "steps.csv", report.csv()));
    String result = output.isJson() ? report.json() : report.text(Charset.defaultCharset());
    PrintWriter to = spec.commandLine().getOut();
    if (csv) {
      PrintWriter words = spec.commandLine().getErr();
      words.print(result);
      words.flush();
      to.print(report.csv());
    } else {
      to.print(result);
    }
    to.flush();
  }
}
