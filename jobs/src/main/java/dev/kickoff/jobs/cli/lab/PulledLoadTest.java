package dev.kickoff.jobs.cli.lab;

import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.collect.pull.LoadPull;
import dev.kickoff.jobs.config.ReadReport;
import dev.kickoff.jobs.config.collect.CollectFile;
import dev.kickoff.model.demand.source.MetricSourceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** A load test that is pulled from where metrics are kept, and kept because they are forgotten. */
final class PulledLoadTest {
  private PulledLoadTest() {}

  /** Writes {@code load-test.csv} into {@code folder} and tells of what is missing in it. */
  static Path into(Path folder, ProfileInput input, ReadReport report) {
    Path file = folder.resolve("load-test.csv");
    try {
      Files.createDirectories(folder);
      LoadPull pull =
          new LoadPull(
              CollectFile.read(input.metrics().orElseThrow()),
              input.from(),
              input.to(),
              InstantSource.system());
      report.notes(pull.write(file));
      return file;
    } catch (MetricSourceException e) {
      boolean ours = e.kind() == MetricSourceException.Kind.MISCONFIGURED;
      throw new ExitException(
          ours ? ExitCode.USAGE : ExitCode.OUTSIDE_FAILED, "kickoff: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
