package dev.kickoff.jobs.lab.tune;

import dev.kickoff.jobs.config.lab.LabSettings;
import dev.kickoff.model.lab.tune.CellOutcome;
import dev.kickoff.model.lab.tune.CellRisk;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A search as a person reads it on a terminal, and its sentences. */
final class TuneTable {
  private static final int SHOWN = 5;

  private final TuneOutcome outcome;
  private final StringBuilder text = new StringBuilder();

  private TuneTable(TuneOutcome outcome) {
    this.outcome = outcome;
  }

  static String of(TuneOutcome outcome) {
    return new TuneTable(outcome).text();
  }

  private String text() {
    put("%s%n", naive(outcome));
    List<CellOutcome> best = outcome.feasible();
    if (!best.isEmpty()) {
      put(
          "%n%9s %10s %10s %9s %13s %9s%n",
          "increment", "threshold", "mean CPU %", "max CPU %", "host-minutes", "cost");
      best.stream().limit(SHOWN).forEach(this::row);
    }
    if (!outcome.risks().isEmpty()) {
      put("%n%s%n", robust(outcome));
      put(
          "%n%9s %10s %12s %13s %10s %13s%n",
          "increment", "threshold", "safe cases", "worst CPU %", "mean CPU %", "host-minutes");
      outcome.risks().stream().sorted(CellRisk.SAFEST_FIRST).limit(SHOWN).forEach(this::risk);
    }
    return text.toString();
  }

  private void row(CellOutcome row) {
    LabSettings.Costs costs = outcome.settings().costs();
    put(
        "%9d %10d %10.2f %9.2f %13.0f %9.2f%n",
        row.cell().increment(),
        row.cell().threshold(),
        row.result().meanCpu(),
        row.result().maxCpu(),
        row.result().hostMinutes(),
        costs.of(row.result().paidHostMinutes(), row.result().overKneeMinutes()));
  }

  private void risk(CellRisk row) {
    put(
        "%9d %10d %12s %13.1f %10.2f %13.0f%n",
        row.cell().increment(),
        row.cell().threshold(),
        row.safe() + " of " + row.cases(),
        row.worstMaxCpu(),
        row.meanCpu(),
        row.hostMinutes());
  }

  /** What the search found in the expected circumstances, as a sentence. */
  static String naive(TuneOutcome outcome) {
    int tried = outcome.outcomes().size();
    String part =
        !outcome.isComplete()
            ? "Stopped early: " + tried + " tried. "
            : tried < outcome.candidates()
                ? "%d of %d candidates tried. ".formatted(tried, outcome.candidates())
                : "";
    double limit = outcome.settings().search().limit();
    return part
        + outcome
            .winner()
            .map(
                best ->
                    ("%s stays below %s %% with the highest mean: %.2f %%, at most %.2f %%;"
                            + " %d of %d do.")
                        .formatted(
                            best.cell().words(),
                            number(limit),
                            best.result().meanCpu(),
                            best.result().maxCpu(),
                            outcome.feasible().size(),
                            tried))
            .orElse("None of %d candidates stays below %s %%.".formatted(tried, number(limit)));
  }

  /** How fragile that is, as a sentence. */
  static String robust(TuneOutcome outcome) {
    Optional<CellRisk> published = outcome.published();
    Optional<CellRisk> safest = outcome.safest();
    if (safest.isEmpty()) {
      return "";
    }
    String fragile =
        published
            .map(
                risk ->
                    "%s is safe in %d of %d cases of what nobody controls (at worst %.1f %%). "
                        .formatted(
                            risk.cell().words(), risk.safe(), risk.cases(), risk.worstMaxCpu()))
            .orElse("");
    CellRisk best = safest.get();
    String most =
        best.safe() == 0
            ? "No candidate is safe in any case."
            : "The safest is %s: %d of %d cases, at worst %.1f %%."
                .formatted(best.cell().words(), best.safe(), best.cases(), best.worstMaxCpu());
    String none =
        best.safe() < best.cases() ? " No candidate of this kind is safe in all of them." : "";
    return fragile + most + none;
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.1f", value);
  }

  private void put(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }
}
