package dev.kickoff.jobs.offline.evaluation;

import dev.kickoff.jobs.offline.page.markdown.MarkedSection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What an evaluation leaves: {@code evaluation.md}, {@code evaluation.json} and, in a folder {@code
 * evaluation} beside the document, its charts. Equal evaluations give equal bytes.
 */
public final class EvaluationFiles {
  private static final String CHARTS = "evaluation";

  private final Evaluation evaluation;
  private final String text;

  /**
   * @param command what makes the document, named in it
   */
  public EvaluationFiles(Evaluation evaluation, String command) {
    this.evaluation = evaluation;
    this.text = EvaluationText.of(evaluation, command, CHARTS);
  }

  /** Writes all of it into {@code folder}, which is made when it is missing. */
  public void write(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("evaluation.md"), "# Evaluation\n" + text);
      Files.write(folder.resolve("evaluation.json"), EvaluationJson.of(evaluation));
      charts(folder.resolve(CHARTS));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  /** Puts the document between the marks of another, and its charts beside that. */
  public void write(MarkedSection section) {
    Path folder = section.beside(CHARTS);
    try {
      charts(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
    section.replace(text);
  }

  /** Charts of an earlier evaluation that this one has not are removed. */
  private void charts(Path folder) throws IOException {
    Files.createDirectories(folder);
    Map<String, String> charts = EvaluationCharts.of(evaluation);
    for (String name : EvaluationCharts.NAMES) {
      if (charts.containsKey(name)) {
        Files.writeString(folder.resolve(name), charts.get(name));
      } else {
        Files.deleteIfExists(folder.resolve(name));
      }
    }
  }

  /** A line for each target. */
  public String summary() {
    StringBuilder lines = new StringBuilder();
    for (Target target : Targets.of(evaluation)) {
      lines.append(target.what()).append(": ").append(target.measured());
      lines.append(", wanted ").append(target.wanted()).append(": ").append(target.verdict());
      lines.append('\n');
    }
    return lines.toString();
  }
}
