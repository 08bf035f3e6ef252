package dev.kickoff.jobs.cli.lab;

import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes the files of a lab's report. */
final class LabReports {
  private LabReports() {}

  /** Writes report.html and report.json, if anywhere. */
  static void write(Optional<Path> folder, Supplier<String> html, Supplier<String> json) {
    if (folder.isEmpty()) {
      return;
    }
    file(folder.get(), "report.html", html.get());
    file(folder.get(), "report.json", json.get());
  }

  /** Writes one file. */
  static void file(Path folder, String name, String text) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new ExitException(
          ExitCode.USAGE, "kickoff: " + folder.resolve(name) + " cannot be written: " + e);
    }
  }
}
