package dev.kickoff.jobs.cli.lab;

import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.config.lab.LabFile;
import dev.kickoff.jobs.config.lab.LabSettings;
import dev.kickoff.jobs.config.lab.variant.HypothesisFile;
import dev.kickoff.jobs.config.lab.variant.Variant;
import dev.kickoff.jobs.config.lab.variant.VariantFile;
import dev.kickoff.jobs.lab.compare.CompareInput;
import dev.kickoff.jobs.lab.compare.ReplayedDay;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.compare.Hypothesis;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say what is compared, and under what. */
final class CompareOptions {
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

  /**
   * Reads all that was named.
   *
   * @param notes is told what a reader should know of it
   */
  CompareInput input(List<String> notes) {
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

  /** Every file that was named. */
  List<Path> files() {
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

  private static ExitException usage(String words) {
    return new ExitException(ExitCode.USAGE, "kickoff: " + words);
  }
}
