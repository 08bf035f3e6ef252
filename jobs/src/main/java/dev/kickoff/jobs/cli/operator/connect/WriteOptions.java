package dev.kickoff.jobs.cli.operator.connect;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of everything that changes something. */
public final class WriteOptions {
  @Option(names = "--dry-run", description = "Show what would happen, and change nothing.")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask on a terminal; a script is never asked.")
  private boolean yes;

  private Optional<BufferedReader> person =
      Optional.ofNullable(System.console()).map(Console::reader).map(BufferedReader::new);

  /** Whether nothing may be changed. */
  boolean isDryRun() {
    return dryRun;
  }

  /** Whether a person is to be asked. */
  boolean asks() {
    return !yes && person.isPresent();
  }

  /** Asks the person; anything but yes is a no. */
  boolean agreed(PrintWriter err) {
    err.print("Do it? [y/N] ");
    err.flush();
    try {
      String said = person.isEmpty() ? null : person.get().readLine();
      return said != null && said.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    } catch (IOException e) {
      err.println("the answer cannot be read: " + e);
      return false;
    }
  }

  /** As if this person sat at a terminal. */
  void ask(BufferedReader reader) {
    person = Optional.of(reader);
  }
}
