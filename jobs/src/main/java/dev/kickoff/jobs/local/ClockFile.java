package dev.kickoff.jobs.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The engine's time as it was last written down, so that a new start goes on from there. */
public final class ClockFile {
  private final Path file;

  public ClockFile(Path folder) {
    this.file = folder.resolve("clock");
  }

  /**
   * The time last written; empty before the first.
   *
   * @throws IllegalStateException when the file holds something else
   */
  public Optional<Instant> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(Files.readString(file).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    } catch (DateTimeParseException e) {
      throw new IllegalStateException(
          file + " does not hold a time; delete it, or start afresh with --fresh", e);
    }
  }

  /** Writes a time down, whole or not at all. */
  void write(Instant now) {
    Path fresh = file.resolveSibling("clock.new");
    try {
      Files.writeString(fresh, now.toString());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
