package dev.kickoff.jobs.cli.lab;

import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.cli.option.InputOptions;
import dev.kickoff.jobs.cli.option.OutputOption;
import dev.kickoff.jobs.config.ReadReport;
import dev.kickoff.jobs.config.mix.MixFile;
import dev.kickoff.jobs.lab.shape.Shape;
import dev.kickoff.jobs.lab.shape.ShapeFiles;
import dev.kickoff.jobs.lab.shape.ShapeJson;
import dev.kickoff.jobs.lab.shape.Summary;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kickoff shape}: a load over time, for a load test or for the simulator. */
@Command(
    name = "shape",
    description = "Makes a load over time, for a load test, or to simulate and tune a group on.",
    footer = {
      "",
      "Prints CSV seconds,rpm[,api...] to stdout; --out DIR also writes report.html and",
      "report.json. deploy/README.md tells how a load is written in words.",
      "",
      "Examples:",
      "  kickoff shape --stages 10m:30000,8m:150000,30m:150000 | kickoff simulate --shape - ...",
      "  kickoff shape --function 'ramp:to=9000,over=10m then 9000 * noise:mean=1,deviation=.1",
      "    for 1h' --export k6 --out load.js",
      "  kickoff shape --event 'Reds v Blues' --metrics metrics.csv --calendar calendar.csv \\",
      "    --quantile 0.95 --mix mix.yaml --export locust --out final"
    })
public final class ShapeCommand implements Runnable {
  private static final double RPM_PER_USER = 60;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ShapeSources sources = new ShapeSources();
  @Mixin private InputOptions input = new InputOptions();

  @Option(
      names = "--step",
      paramLabel = "DURATION",
      description = "From one value to the next, whole seconds (default: 10s).")
  private Duration step = Duration.ofSeconds(10);

  @Option(
      names = "--mix",
      paramLabel = "FILE",
      description = "How the requests divide among APIs, phase by phase: YAML.")
  private @Nullable Path mix;

  @Option(
      names = "--export",
      paramLabel = "TOOL",
      defaultValue = "csv",
      description = "csv, locust (a Python file) or k6 (a script); default: csv.")
  private ShapeFiles.Format export = ShapeFiles.Format.CSV;

  @Option(
      names = "--rpm-per-user",
      paramLabel = "X",
      description = "Requests a minute of one user of a load test (default: 60).")
  private double rpmPerUser = RPM_PER_USER;

  @Option(
      names = "--out",
      paramLabel = "FILE|DIR",
      description = "A file, or a folder (a name without a dot) for everything.")
  private @Nullable Path out;

  @Mixin private OutputOption output = new OutputOption();

  @Override
  public void run() {
    PrintWriter err = spec.commandLine().getErr();
    try {
      ShapeFiles files = new ShapeFiles(export, rpmPerUser);
      Shape shape =
          new ShapeMaker(sources, input, step, new ReadReport(err))
              .make(Optional.ofNullable(mix).map(MixFile::read));
      Summary.of(shape, Charset.defaultCharset()).forEach(err::println);
      if (files.offBy(shape) > 0.5) {
        err.println("note: the lines for " + export + " are within " + files.offBy(shape) + " rpm");
      }
      err.flush();
      print(shape, files);
    } catch (IllegalArgumentException e) {
      throw new ExitException(ExitCode.USAGE, "kickoff: " + e.getMessage());
    }
  }

  private void print(Shape shape, ShapeFiles files) {
    PrintWriter to = spec.commandLine().getOut();
    if (out != null) {
      files.write(out, shape);
    }
    if (output.isJson()) {
      to.println(ShapeJson.of(shape));
    } else if (out == null) {
      to.print(files.text(shape));
    }
    to.flush();
  }
}
