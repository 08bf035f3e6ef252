package dev.kickoff.jobs.cli.lab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.cli.option.OutputOption;
import dev.kickoff.jobs.cli.option.Progress;
import dev.kickoff.jobs.config.lab.LabFile;
import dev.kickoff.jobs.config.lab.LabSettings;
import dev.kickoff.jobs.config.lab.variant.HypothesisFile;
import dev.kickoff.jobs.config.lab.variant.Variant;
import dev.kickoff.jobs.config.lab.variant.VariantFile;
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
import dev.kickoff.jobs.lab.compare.ReplayedDay;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.compare.Hypothesis;
import dev.kickoff.model.lab.compare.Trial;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kickoff compare}: whether a variant of a policy is better, and how sure that is. */
@Command(
    name = "compare",
    description = {
      "Plays variants of a scaling policy under the same load and circumstances, and says",
      "which is better than the first, with intervals. Applies nothing."
    },
    footer = {
      "",
      "A variant is a lab policy (kind: simple, ...), a lab file (FILE#NAME where it has",
      "several policies), an overlay {base: FILE, change: {threshold: 20}}, a",
      "CloudFormation template, or a Terraform plan (terraform show -json PLAN).",
      "",
      "Example:",
      "  kickoff compare now.yaml next.yaml --config lab.yaml --hypothesis cheaper.yaml \\",
      "    --metrics metrics.csv --zone Europe/Paris --out compared --ledger ledger.jsonl"
    })
public final class CompareCommand implements Runnable {
  private static final int MOST_DRAWS = 10_000;
  private static final int DRAWS_OF_A_DAY = 15;
  private static final int DRAWS = 120;

  @Parameters(
      arity = "0..*",
      paramLabel = "VARIANT",
      description = "The variants; the first is what the others are compared with.")
  private List<String> variants = List.of();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The lab file: load, host, group, costs, uncertainty.")
  private @Nullable Path config;

  @Option(
      names = "--hypothesis",
      paramLabel = "FILE",
      description = "What is claimed (default: at least 5 %% cheaper, no more over the knee).")
  private @Nullable Path hypothesis;

  @Mixin private DaysOption days = new DaysOption();

  @Option(
      names = "--draws",
      paramLabel = "N",
      description = "Draws of the circumstances (default: 120, with --metrics 15 a day).")
  private @Nullable Integer draws;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Of the draws and the intervals (default: 1).")
  private long seed = 1;

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
    CompareInput input = input(notes);
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
      book.append(comparison, Instant.now(), FileDigests.of(files()));
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
      throw usage("--history needs --ledger FILE");
    }
    List<JsonNode> entries = new Ledger(ledger).entries();
    print(output.isJson() ? entries + "\n" : LedgerTable.of(entries));
  }

  private CompareInput input(List<String> notes) {
    if (config == null) {
      throw usage("--config is missing: the lab file with load, host and group");
    }
    if (variants.size() < 2) {
      throw usage("name at least two variants, the first being the base");
    }
    int each = draws == null ? (days.isGiven() ? DRAWS_OF_A_DAY : DRAWS) : draws;
    if (each < (days.isGiven() ? 1 : 2) || each > MOST_DRAWS) {
      throw usage("--draws " + each + " is not within 2 (with --metrics 1) to " + MOST_DRAWS);
    }
    List<ReplayedDay> played = days.read(notes);
    Optional<LoadCurve> given =
        played.isEmpty() ? Optional.empty() : Optional.of(played.get(0).load());
    LabSettings lab = LabFile.read(config, given);
    Hypothesis claim = hypothesis == null ? Hypothesis.standard() : HypothesisFile.read(hypothesis);
    List<Variant> read = new ArrayList<>();
    for (String argument : variants) {
      Variant variant = VariantFile.read(argument, lab.load(), lab.group().host());
      String name = variant.name();
      int number = 1;
      while (named(read, variant.name())) {
        variant = variant.named(name + " (" + ++number + ")");
      }
      checkSizes(variant, lab);
      String called = variant.name();
      variant.notes().forEach(note -> notes.add(called + ": " + note));
      read.add(variant);
    }
    return new CompareInput(lab, read, claim, played, each, seed);
  }

  private static boolean named(List<Variant> variants, String name) {
    return variants.stream().anyMatch(variant -> variant.name().equals(name));
  }

  private static void checkSizes(Variant variant, LabSettings lab) {
    try {
      variant.sizes().of(lab.group());
    } catch (IllegalArgumentException e) {
      throw usage(variant.file() + ": with the lab file's sizes this is " + e.getMessage());
    }
  }

  private List<Path> files() {
    Stream<Path> variantFiles =
        variants.stream()
            .map(
                name ->
                    Path.of(name.contains("#") ? name.substring(0, name.lastIndexOf('#')) : name));
    return Stream.of(
            Stream.ofNullable(config),
            Stream.ofNullable(hypothesis),
            days.file().stream(),
            variantFiles)
        .flatMap(files -> files)
        .distinct()
        .toList();
  }

  private void print(String text) {
    PrintWriter writer = spec.commandLine().getOut();
    writer.print(text);
    writer.flush();
  }

  private static ExitException usage(String words) {
    return new ExitException(ExitCode.USAGE, "kickoff: " + words);
  }
}
