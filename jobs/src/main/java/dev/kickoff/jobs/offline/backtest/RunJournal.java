package dev.kickoff.jobs.offline.backtest;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a run has done so far, kept in its folder so that it can be continued after it was killed.
 *
 * <p>A line for what the run is made of, then one for each unit in order. What was being written
 * when the run was killed is told by its checksum, and done again. A run that ends removes its
 * journal.
 */
public final class RunJournal implements AutoCloseable {
  private static final String NAME = "backtest.journal";

  private final @Nullable Path file;
  private @Nullable BufferedReader kept;
  private int toRead;
  private int entered;
  private final int found;
  private @Nullable Writer writer;

  private RunJournal(@Nullable Path file, int found) {
    this.file = file;
    this.found = found;
    this.toRead = found;
    this.entered = 0;
  }

  /** A journal that keeps nothing. */
  static RunJournal none() {
    return new RunJournal(null, 0);
  }

  /** A new journal, in place of any that is there. */
  public static RunJournal fresh(Path folder, Map<String, String> identity) {
    Path file = folder.resolve(NAME);
    try {
      Files.createDirectories(folder);
      Files.writeString(file, JournalText.line(identity));
      RunJournal journal = new RunJournal(file, 0);
      journal.writer = append(file);
      return journal;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  /**
   * The journal of the run in {@code folder}; a new one where there is none, or where the run was
   * killed before it had done anything.
   *
   * @throws IllegalArgumentException when the run there is another one; the message says in what
   */
  public static RunJournal resumed(Path folder, Map<String, String> identity) {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return fresh(folder, identity);
    }
    try {
      JournalLines lines = JournalLines.of(file);
      if (lines.first().isEmpty()) {
        return fresh(folder, identity);
      }
      refuseAnother(folder, JournalText.values(lines.first().get()), identity);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(lines.soundBytes());
      }
      RunJournal journal = new RunJournal(file, lines.count() - 1);
      journal.kept = Files.newBufferedReader(file);
      journal.kept.readLine();
      journal.writer = append(file);
      return journal;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot continue the run in " + folder, e);
    }
  }

  private static Writer append(Path file) throws IOException {
    return new BufferedWriter(
        Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND));
  }

  private static void refuseAnother(
      Path folder, Map<String, String> its, Map<String, String> ours) {
    TreeSet<String> names = new TreeSet<>(its.keySet());
    names.addAll(ours.keySet());
    List<String> differing =
        names.stream()
            .filter(name -> !its.getOrDefault(name, "").equals(ours.getOrDefault(name, "")))
            .toList();
    if (!differing.isEmpty()) {
      throw new IllegalArgumentException(
          ("the run in %s was begun with another %s; repeat it as it was, or leave out --resume to"
                  + " start afresh")
              .formatted(folder, String.join(", ", differing)));
    }
  }

  /** How many units were done by the run that is continued. */
  public int found() {
    return found;
  }

  /** What the journal holds of a unit; to be asked for every unit in order. */
  Optional<UnitResult> next(BacktestPlan.Unit unit) {
    if (toRead == 0 || kept == null) {
      return Optional.empty();
    }
    try {
      String line = kept.readLine();
      toRead--;
      return Optional.ofNullable(line)
          .flatMap(JournalText::content)
          .map(json -> JournalText.result(json, unit));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Keeps a unit that was done; to be called for every unit in order. */
  void enter(BacktestRun.Done done) {
    entered++;
    if (writer == null || entered <= found) {
      return;
    }
    try {
      writer.write(JournalText.line(done));
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + file, e);
    }
  }

  /** Removes the journal of a run that has ended. */
  public void finish() {
    close();
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + file, e);
    }
  }

  @Override
  public void close() {
    try {
      if (kept != null) {
        kept.close();
      }
      if (writer != null) {
        writer.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + file, e);
    }
  }
}
