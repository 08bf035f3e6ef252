package dev.kickoff.model.forecast.quality;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that is wrong with the demand of a service, for an operator.
 *
 * @param since when it began
 * @param what the fault, without a full stop
 * @param remedy what to do about it, without a full stop
 */
public record DataProblem(Instant since, String what, String remedy) {
  static DataProblem ofUnit(UnitFactor factor, Instant since) {
    String times = factor.times() >= 1 ? "x%.0f" : "x1/%.0f";
    double shown = factor.times() >= 1 ? factor.times() : 1 / factor.times();
    return new DataProblem(
        since,
        "values jumped by about "
            + String.format(Locale.ROOT, times, shown)
            + ": "
            + factor.words(),
        "correct the unit at the source; until then nothing is learnt from these values, and after"
            + " a day they count as the new unit");
  }

  @Override
  public String toString() {
    return "since " + since + ": " + what + "; " + remedy;
  }
}
