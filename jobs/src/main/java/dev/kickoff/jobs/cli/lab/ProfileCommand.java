package dev.kickoff.jobs.cli.lab;

import dev.kickoff.connectors.csv.loadtest.LoadTestRead;
import dev.kickoff.connectors.csv.loadtest.LoadTests;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.cli.option.OutputOption;
import dev.kickoff.jobs.collect.pull.LoadPull;
import dev.kickoff.jobs.config.ReadReport;
import dev.kickoff.jobs.config.collect.CollectFile;
import dev.kickoff.jobs.lab.profile.ProfileJson;
import dev.kickoff.jobs.lab.profile.ProfileResult;
import dev.kickoff.jobs.lab.profile.ProfileTask;
import dev.kickoff.model.demand.source.MetricSourceException;
import dev.kickoff.model.lab.profile.LoadTestException;
import dev.kickoff.model.lab.profile.guard.DeployFinding;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kickoff profile}: what one host carries, from a load test. */
@Command(
    name = "profile",
    description =
        "Measures one host from a load test: processor over requests, whether that is a line, the"
            + " knee of latency, and how many requests per minute a host may be given.",
    footer = {
      "",
      "With --out it writes profile.json (for capacity: {profile: profile.json} of a fleet),",
      "report.html and report.json. With --guard it exits with 99 when a host carries less.",
      "",
      "Example:",
      "  kickoff profile --load-test load-test.csv --instance-type t3.micro --out profile",
      "  kickoff profile --guard profile/profile.json --load-test after-deploy.csv",
      "  kickoff profile --type t3.small=small.csv --type t3.large=large.csv",
      "  kickoff profile --load-test run_stats_history.csv --cpu cpu.csv",
      "  kickoff profile --from-metrics collect.yaml --hosts 4 \\",
      "    --from 2026-06-01T18:00:00Z --to 2026-06-01T19:00:00Z --out profile"
    })
public final class ProfileCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ProfileInput input = new ProfileInput();

  @Option(
      names = "--margin",
      paramLabel = "SHARE",
      defaultValue = "0.1",
      description = "Share of a host's requests to keep in hand, 0 to under 1 (default: 0.1).")
  private double margin = 0.1;

  @Option(
      names = "--knee-cpu",
      paramLabel = "PERCENT",
      description = "Take this share of processor instead of measuring the knee.")
  private @Nullable Double kneeCpu;

  @Option(
      names = "--instance-type",
      paramLabel = "TYPE",
      description = "Such as t3.micro: tells how long CPU credits last.")
  private @Nullable String instanceType;

  @Option(
      names = "--guard",
      paramLabel = "FILE",
      description = "An earlier profile.json: exit with 99 when a host carries less than it says.")
  private @Nullable Path guard;

  @Option(names = "--out", paramLabel = "DIR", description = "Where to write files.")
  private @Nullable Path out;

  @Mixin private OutputOption output = new OutputOption();

  @Override
  public void run() {
    if (!(margin >= 0 && margin < 1)) {
      throw ProfileInput.usage("--margin " + margin + " is no share; write one from 0 to under 1");
    }
    ProfileResult result;
    try {
      Map<String, Path> files = input.files();
      files = files.isEmpty() ? Map.of(ProfileInput.ONLY, pull()) : files;
      result = measure(files);
      if (out != null) {
        ProfileTask.write(out, result, String.join(", ", names(files)));
      }
    } catch (LoadTestException | IllegalArgumentException e) {
      throw ProfileInput.usage(String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      throw ProfileInput.usage(e.getMessage() + " (" + e.getCause() + ")");
    }
    print(result);
    if (result.guard().map(DeployFinding::verdict).equals(fell())) {
      throw new ExitException(
          ExitCode.QUALITY_GATE_MISSED, "kickoff: " + result.guard().orElseThrow().words());
    }
  }

  private static Optional<DeployFinding.Verdict> fell() {
    return Optional.of(DeployFinding.Verdict.FELL);
  }

  private static List<String> names(Map<String, Path> files) {
    return files.values().stream().map(file -> String.valueOf(file.getFileName())).toList();
  }

  private ProfileResult measure(Map<String, Path> files) {
    LoadTests.Beside beside = new LoadTests.Beside(input.cpu(), input.hosts(), input.zone());
    OptionalDouble given = kneeCpu == null ? OptionalDouble.empty() : OptionalDouble.of(kneeCpu);
    ProfileTask task = new ProfileTask(beside, given, this::report);
    return task.run(
        files,
        new ProfileTask.Asked(
            margin, Optional.ofNullable(instanceType), Optional.ofNullable(guard)));
  }

  private void report(LoadTestRead read) {
    new ReadReport(spec.commandLine().getErr()).of(read.problems(), "line", read.notes());
  }

  /** Pulls the load test and keeps it beside the result, because CloudWatch forgets. */
  private Path pull() {
    if (out == null) {
      throw ProfileInput.usage("--from-metrics needs --out, where it keeps what it pulled");
    }
    Path file = out.resolve("load-test.csv");
    try {
      Files.createDirectories(out);
      LoadPull pull =
          new LoadPull(
              CollectFile.read(input.metrics().orElseThrow()),
              input.from(),
              input.to(),
              InstantSource.system());
      new ReadReport(spec.commandLine().getErr()).notes(pull.write(file));
      return file;
    } catch (MetricSourceException e) {
      boolean ours = e.kind() == MetricSourceException.Kind.MISCONFIGURED;
      throw new ExitException(
          ours ? ExitCode.USAGE : ExitCode.OUTSIDE_FAILED, "kickoff: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private void print(ProfileResult result) {
    PrintWriter to = spec.commandLine().getOut();
    if (output.isJson()) {
      to.println(ProfileJson.of(result));
    } else {
      ProfileTask.lines(result).forEach(to::println);
    }
    to.flush();
  }
}
