package dev.kickoff.jobs.config;

import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.Problems;
import java.io.PrintWriter;
import java.util.List;

/** What a person is told of a file that was read: what is wrong with it, counted, and notes. */
public final class ReadReport {
  private static final int SHOWN = 10;

  private final PrintWriter err;

  /**
   * @param err where people read
   */
  public ReadReport(PrintWriter err) {
    this.err = err;
  }

  /**
   * Tells of one file.
   *
   * @param noun what its parts are called, such as {@code line}
   */
  public void of(Problems problems, String noun, List<String> notes) {
    List<Problem> detailed = problems.detailed();
    detailed.stream().limit(SHOWN).forEach(err::println);
    if (problems.total() > SHOWN) {
      err.println("... " + (problems.total() - SHOWN) + " more");
    }
    if (!problems.isEmpty()) {
      err.println(detailed.get(0).place().source() + ": " + problems.summary(noun));
    }
    notes(notes);
  }

  /** Tells of what is worth knowing though nothing is wrong; at most ten lines of it. */
  public void notes(List<String> notes) {
    notes.stream().limit(SHOWN).forEach(note -> err.println("note: " + note));
    if (notes.size() > SHOWN) {
      err.println("note: ... " + (notes.size() - SHOWN) + " more");
    }
    err.flush();
  }
}
