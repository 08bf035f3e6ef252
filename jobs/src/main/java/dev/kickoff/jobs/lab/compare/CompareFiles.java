package dev.kickoff.jobs.lab.compare;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.jobs.config.lab.variant.Variant;
import dev.kickoff.model.lab.compare.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The files that a comparison leaves: the report, and what a promotion proposes. */
public final class CompareFiles {
  private CompareFiles() {}

  /** Writes {@code report.html} and {@code report.json} into a folder, made where missing. */
  public static void report(Comparison comparison, Path folder) {
    write(folder, "report.html", ComparePage.of(comparison));
    write(folder, "report.json", CompareJson.of(comparison) + "\n");
  }

  /**
   * Writes the winner's file and {@code PROMOTE.md}, to be reviewed; applies nothing.
   *
   * @throws IllegalStateException when nothing is better than the base
   */
  public static void promote(Comparison comparison, Path folder) {
    Variant winner = comparison.winner().orElseThrow(() -> new IllegalStateException("no winner"));
    Finding found = comparison.found().orElseThrow();
    int place = comparison.findings().indexOf(found);
    write(folder, "PROMOTE.md", words(comparison, winner, comparison.changes(place)));
    try {
      for (Path file : winner.files()) {
        String name = file.getFileName().toString();
        Files.copy(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static String words(Comparison comparison, Variant winner, List<String> changes) {
    Variant base = comparison.input().variants().get(0);
    Finding found = comparison.found().orElseThrow();
    StringBuilder text = new StringBuilder();
    text.append("# Promote %s in place of %s%n%n".formatted(winner.name(), base.name()));
    text.append("> %s%n%n".formatted(comparison.input().hypothesis().statement()));
    text.append("## Evidence\n\n");
    text.append("- Verdict: **%s**. ".formatted(found.verdict().kind().words()));
    text.append(found.verdict().words()).append('\n');
    text.append("- Relative: %s%n".formatted(CompareFigures.percent(found.primary())));
    text.append(
        "- Played: %s; seed %d%n".formatted(comparison.played(), comparison.input().seed()));
    for (Finding.GuardFinding guard : found.guards()) {
      text.append(
          "- Guard on %s: %s; %s, may grow by %s%n"
              .formatted(
                  guard.guard().metric().words(),
                  CompareTable.word(guard),
                  CompareFigures.range(guard.found().difference()),
                  CompareFigures.number(guard.most())));
    }
    comparison.notes().forEach(note -> text.append("- ").append(note).append('\n'));
    text.append("\n## What changes\n\n");
    changes.forEach(change -> text.append("- ").append(change).append('\n'));
    text.append(
        """

        ## Before it is applied

        - [ ] The load and the host of the lab file are those of the group (`kickoff profile`).
        - [ ] The replayed days or draws include the busiest that is expected.
        - [ ] Somebody who did not write the variant has read what changes.
        - [ ] Quotas and budget allow the most hosts that the policy may ask for.
        - [ ] It is applied to one group first, outside of events, with the old settings at hand.
        - [ ] After a week its figures are compared with the interval above.

        Nothing was applied. The proposed settings: """);
    text.append(" `%s`%n".formatted(winner.file().getFileName()));
    return text.toString();
  }

  /** What to throw when {@code file} could not be written. */
  static InputException unwritable(Path file, IOException e) {
    return new InputException(
        new Problem(
            Place.of(file),
            ProblemKind.UNREADABLE,
            "cannot be written (" + e.getMessage() + ")",
            "name a place that may be written to"));
  }

  private static void write(Path folder, String name, String text) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unwritable(folder.resolve(name), e);
    }
  }
}
