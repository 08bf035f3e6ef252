package dev.kickoff.jobs.cli.lab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.cli.option.OutputOption;
import dev.kickoff.jobs.cli.option.Progress;
import dev.kickoff.jobs.lab.Stopping;
import dev.kickoff.jobs.lab.compare.CompareFiles;
import dev.kickoff.jobs.lab.compare.CompareInput;
import dev.kickoff.jobs.lab.compare.CompareJson;
import dev.kickoff.jobs.lab.compare.CompareRun;
import dev.kickoff.jobs.lab.compare.CompareTable;
import dev.kickoff.jobs.lab.compare.Comparison;
import dev.kickoff.jobs.lab.compare.FileDigests;
import dev.kickoff.jobs.lab.compare.Ledger;
import dev.kickoff.jobs.lab.compare.LedgerTable;
import dev.kickoff.model.lab.compare.Trial;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kickoff compare}: whether a variant of a policy is better, and how sure that is. */
@Command(
    name = "compare",
    description = {
      "Plays variants of a scaling policy under the same load and circumstances,",
      "and says which is better than the first, with intervals. Applies nothing."
    },
    footer = {
      "",
      "A variant is a lab policy (kind: simple, ...), a lab file (FILE#NAME where it",
      "has several policies), an overlay {base: FILE, change: {threshold: 20}}, a",
      "CloudFormation template, or a Terraform plan (terraform show -json PLAN).",
      "",
      "Example:",
      "  kickoff compare now.yaml next.yaml --config lab.yaml --metrics metrics.csv \\",
      "    --hypothesis cheaper.yaml --zone Europe/Paris --out compared"
    })
public final class CompareCommand implements Runnable {

  @Mixin private CompareOptions asked = new CompareOptions();

  @Option(names = "--out", paramLabel = "DIR", description = "Where to write the report.")
  private @Nullable Path out;

  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      description = "Where comparisons are remembered: one line of JSON is appended.")
  private @Nullable Path ledger;

  @Option(names = "--history", description = "Print the ledger and compare nothing.")
  private boolean history;

  @Option(
      names = "--promote",
      paramLabel = "DIR",
      description = "Write the winner for review; exit code 99 where nothing is better.")
  private @Nullable Path promote;

  @Mixin private OutputOption output = new OutputOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    if (history) {
      printHistory();
      return;
    }
    List<String> notes = new ArrayList<>();
    Ledger book = ledger == null ? null : new Ledger(ledger);
    if (book != null) {
      book.entries();
    }
    CompareInput input = asked.input(notes);
    try (Stopping stopping = new Stopping()) {
      finish(input, played(input, stopping), notes, book);
    }
  }

  private static Trial played(CompareInput input, Stopping stopping) {
    try (Progress progress = Progress.of("compare", input.size())) {
      return new CompareRun(input, stopping::isStopped, () -> progress.step(1)).play();
    }
  }

  private void finish(CompareInput input, Trial trial, List<String> notes, @Nullable Ledger book) {
    if (trial.size() < 2) {
      throw new ExitException(
          ExitCode.USAGE, "kickoff: stopped before two pairs were played; nothing is written");
    }
    Comparison comparison = Comparison.of(input, trial, notes);
    PrintWriter words = spec.commandLine().getErr();
    notes.forEach(note -> words.println("kickoff: " + note));
    if (comparison.isPartial()) {
      words.println(
          "kickoff: stopped after %d of %d; what is done is kept"
              .formatted(trial.size(), input.size()));
    }
    words.flush();
    print(output.isJson() ? CompareJson.of(comparison) + "\n" : CompareTable.of(comparison));
    if (out != null) {
      CompareFiles.report(comparison, out);
    }
    if (book != null) {
      book.append(comparison, Instant.now(), FileDigests.of(asked.files()));
    }
    if (promote != null) {
      promote(comparison, promote);
    }
  }

  private void promote(Comparison comparison, Path folder) {
    if (comparison.isPartial() || comparison.winner().isEmpty()) {
      String why =
          comparison.isPartial()
              ? "the comparison was stopped before its end"
              : "no variant is better than " + comparison.input().variants().get(0).name();
      throw new ExitException(ExitCode.QUALITY_GATE_MISSED, "kickoff: nothing is promoted: " + why);
    }
    CompareFiles.promote(comparison, folder);
  }

  private void printHistory() {
    if (ledger == null) {
      throw new ExitException(ExitCode.USAGE, "kickoff: --history needs --ledger FILE");
    }
    List<JsonNode> entries = new Ledger(ledger).entries();
    print(output.isJson() ? entries + "\n" : LedgerTable.of(entries));
  }

  private void print(String text) {
    PrintWriter writer = spec.commandLine().getOut();
    writer.print(text);
    writer.flush();
  }
}
