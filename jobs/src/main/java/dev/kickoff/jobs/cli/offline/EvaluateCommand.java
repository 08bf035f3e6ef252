package dev.kickoff.jobs.cli.offline;

import dev.kickoff.connectors.ListedSeries;
import dev.kickoff.connectors.csv.SeriesListFile;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.offline.evaluation.Evaluation;
import dev.kickoff.jobs.offline.evaluation.EvaluationFiles;
import dev.kickoff.jobs.offline.evaluation.EvaluationRun;
import dev.kickoff.jobs.offline.page.markdown.MarkedSection;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kickoff evaluate}: how good forecasts are over a list of series, as a document. */
@Command(
    name = "evaluate",
    description = "Backtests a list of series beside simple methods, and writes what came of it.",
    footer = {
      "",
      "Writes evaluation.md, evaluation.json and charts to --out. Series whose data are absent are",
      "named there as not scored; the command fails only when no series could be scored.",
      "The list: a CSV file with name,data,resolution,from,to,every,horizons and, if wanted,",
      "service,zone,calendar and targets; data is a folder below --data with metrics.csv in it.",
      "",
      "Example, which makes the evaluation section of model/FORECASTING.md:",
      "  kickoff evaluate --list deploy/examples/evaluation/series.csv --data ../shared/data \\",
      "    --out evaluation --section model/FORECASTING.md"
    })
public final class EvaluateCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--list",
      required = true,
      paramLabel = "FILE",
      description = "The series to evaluate on.")
  private Path list = Path.of("");

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The folder that those of the list lie in.")
  private Path data = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  private Path out = Path.of("");

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "Evaluate these series of the list only (default: all).")
  private List<String> only = List.of();

  @Option(
      names = "--section",
      paramLabel = "FILE",
      description =
          "Also put the result between the evaluation marks of this Markdown file, and the charts"
              + " beside it.")
  private @Nullable Path section;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "Threads; results are the same with any number (default: the processors).")
  private int parallel = Runtime.getRuntime().availableProcessors();

  @Override
  public void run() {
    try {
      List<ListedSeries> listed = SeriesListFile.read(list);
      Optional<MarkedSection> marked = Optional.ofNullable(section).map(MarkedSection::in);
      EvaluationRun run = new EvaluationRun(data, parallel, this::tell);
      Evaluation evaluation = run.of(listed, only);
      if (!evaluation.hasScores()) {
        throw new ExitException(
            ExitCode.USAGE, "kickoff: no series could be scored; nothing was written");
      }
      EvaluationFiles files = new EvaluationFiles(evaluation, command());
      files.write(out);
      marked.ifPresent(files::write);
      PrintWriter words = spec.commandLine().getOut();
      words.print(files.summary());
      words.flush();
    } catch (IllegalArgumentException e) {
      throw new ExitException(ExitCode.USAGE, "kickoff: " + e.getMessage());
    }
  }

  private void tell(String words) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("evaluate: " + words);
    err.flush();
  }

  /** What to type to make the document again; it names no folder of this machine. */
  private String command() {
    return "kickoff evaluate --list "
        + (list.isAbsolute() ? list.getFileName() : list)
        + " --data DIR --out DIR"
        + (only.isEmpty() ? "" : " --only " + String.join(",", only))
        + (section == null
            ? ""
            : " --section " + (section.isAbsolute() ? section.getFileName() : section));
  }
}
