package dev.kickoff.jobs.offline.evaluation;

import dev.kickoff.jobs.offline.page.Numbers;
import dev.kickoff.jobs.offline.page.markdown.Markdown;
import dev.kickoff.model.forecast.accuracy.Where;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code evaluation.md}: targets, a row for each series and horizon, charts, and the losses. */
final class EvaluationText {
  private static final String MEASURES =
      "wQL is the mean weighted quantile loss at p50, p90, p95 and p99; lower is better."
          + " Ratios are Kickoff's wQL over the other's on the same steps; below 1 Kickoff is"
          + " better. The simple methods repeat the last value, or demand of a day or a week"
          + " before, with the quantiles of their own errors before the first cutoff."
          + " `structural` is the event model without what events add, alone: no contest, no"
          + " booster; its quantiles still know when events are. In brackets: 95 % intervals by"
          + " bootstrap over cutoffs; both ends are equal where there is a single cutoff. Event"
          + " windows reach from 30 minutes before a start to 150 after, or to the planned end.";

  private final Evaluation evaluation;
  private final String command;
  private final Markdown text = new Markdown();

  private EvaluationText(Evaluation evaluation, String command) {
    this.evaluation = evaluation;
    this.command = command;
  }

  /**
   * The document.
   *
   * @param command what makes it
   * @param charts the folder of the charts, as links name it
   */
  static String of(Evaluation evaluation, String command, String charts) {
    return new EvaluationText(evaluation, command).written(charts);
  }

  private String written(String charts) {
    text.paragraph("Made by `" + command + "`. " + extent());
    text.paragraph(MEASURES);
    evaluation.notes().forEach(text::paragraph);
    targets();
    if (!evaluation.series().isEmpty()) {
      text.heading("Every series");
      table(Where.ALL);
      text.image("Ratios to the best simple method", charts + "/" + EvaluationCharts.RATIOS);
      text.image("Share of demand at or below p95", charts + "/" + EvaluationCharts.COVERAGE);
    }
    if (evaluation.series().stream().anyMatch(each -> !each.at(Where.EVENTS).isEmpty())) {
      text.heading("In event windows");
      table(Where.EVENTS);
    }
    evaluation.example().ifPresent(example -> drawn(example, charts));
    evaluation.panels().forEach(this::panel);
    losses();
    return text.toString();
  }

  private String extent() {
    String scored =
        evaluation.series().size()
            + " series, "
            + evaluation.series().stream().mapToInt(SeriesResult::cutoffs).sum()
            + " cutoffs"
            + evaluation.panels().stream()
                .map(p -> ", and " + p.members().size() + " series of " + p.name())
                .collect(Collectors.joining());
    Map<String, List<String>> missing = new LinkedHashMap<>();
    for (Evaluation.LeftOut each : evaluation.leftOut()) {
      String why = each.why().replace('\n', ' ');
      missing.computeIfAbsent(why, w -> new ArrayList<>()).add(each.name());
    }
    String named =
        missing.entrySet().stream()
            .map(each -> String.join(", ", each.getValue()) + " (" + each.getKey() + ")")
            .collect(Collectors.joining("; "));
    return scored
        + "; one configuration for all of them."
        + (named.isEmpty() ? "" : " **Not scored:** " + named + ".");
  }

  private void targets() {
    List<Target> targets = Targets.of(evaluation);
    if (targets.isEmpty()) {
      return;
    }
    long met = targets.stream().filter(Target::met).count();
    text.heading("Targets: " + met + " of " + targets.size() + " met");
    text.table(
        1,
        List.of("what", "wanted", "measured", "verdict"),
        targets.stream()
            .map(
                t ->
                    List.of(
                        t.what(),
                        t.wanted(),
                        t.measured(),
                        t.met() ? t.verdict() : "**" + t.verdict() + "**"))
            .toList());
  }

  private void table(Where where) {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "series",
                "within",
                "wQL",
                "of the better seasonal naive",
                "of the last value",
                "p95 covers",
                "p99 covers"));
    if (where == Where.EVENTS) {
      columns.add(5, "of `structural`");
    }
    List<List<String>> rows = new ArrayList<>();
    for (SeriesResult series : evaluation.series()) {
      for (SeriesResult.Cell cell : series.at(where)) {
        List<String> row = new ArrayList<>();
        row.add(series.name());
        row.add(Numbers.length(cell.within()));
        row.add(Numbers.fixed(cell.loss(), 4));
        row.add(Markdown.fixed(cell.versusSeasonal()));
        row.add(Markdown.range(cell.versus(SeriesResult.LAST_VALUE)));
        if (where == Where.EVENTS) {
          row.add(Markdown.range(cell.versus(SeriesResult.STRUCTURAL)));
        }
        row.add(Markdown.range(Optional.of(cell.p95())));
        row.add(Markdown.fixed(cell.p99().value()));
        rows.add(row);
      }
    }
    text.table(2, columns, rows);
  }

  private void drawn(EventExample example, String charts) {
    text.paragraph(
        "One event, that with the highest demand of those that start while there are cutoffs: "
            + example.event().title()
            + " ("
            + example.name()
            + "), as forecast at the last cutoff an hour or more before.");
    text.image("An event as it was forecast", charts + "/" + EvaluationCharts.EVENT);
  }

  private void panel(PanelResult panel) {
    List<PanelResult.Member> worse =
        panel.members().stream()
            .filter(each -> each.ratio() > 1)
            .sorted(Comparator.comparingDouble(PanelResult.Member::ratio).reversed())
            .toList();
    text.heading(panel.name() + ": " + panel.members().size() + " series as one");
    text.paragraph(
        Numbers.length(panel.within())
            + " ahead: mean MASE "
            + Markdown.fixed(panel.mean(PanelResult.Member::scaledError))
            + ", repeating the last day "
            + Markdown.fixed(panel.mean(PanelResult.Member::repeated))
            + ", a ratio of "
            + Markdown.fixed(panel.ratio())
            + ". p95 covers "
            + Markdown.fixed(panel.mean(PanelResult.Member::p95))
            + ". Repeating the day is better on "
            + worse.size()
            + " of "
            + panel.members().size()
            + (worse.isEmpty() ? "" : ", worst on " + few(worse))
            + "."
            + (panel.unscored() > 0 ? " Not scored: " + panel.unscored() + "." : ""));
  }

  private static String few(List<PanelResult.Member> worse) {
    return worse.stream()
        .limit(3)
        .map(each -> each.service() + " (" + Numbers.fixed(each.ratio(), 2) + ")")
        .collect(Collectors.joining(", "));
  }

  private void losses() {
    List<Evaluation.Lost> lost = evaluation.losses();
    text.heading("Where Kickoff loses");
    text.paragraph(
        "In "
            + lost.size()
            + " of "
            + evaluation.comparisons()
            + " comparisons with a simple method or with `structural`"
            + (lost.isEmpty()
                ? "."
                : ", in "
                    + lost.stream().filter(Evaluation.Lost::isClear).count()
                    + " of them by more than noise; the worst first."));
    if (!lost.isEmpty()) {
      text.table(
          4,
          List.of("series", "within", "where", "better is", "Kickoff's wQL of its", ""),
          lost.stream().map(EvaluationText::row).toList());
    }
  }

  private static List<String> row(Evaluation.Lost lost) {
    Duration within = lost.within();
    return List.of(
        lost.series(),
        Numbers.length(within),
        lost.where() == Where.ALL ? "everywhere" : "event windows",
        "`" + lost.method() + "`",
        Markdown.range(Optional.of(lost.ratio())),
        lost.isClear() ? "clearly" : "within noise");
  }
}
