package dev.kickoff.model.control.guardrail.evidence;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.demand.DemandSeries;
import java.util.Arrays;
import java.util.Locale;

/**
 * A reading far outside the scatter of its hour keeps the floor from falling for a quarter of an
 * hour: what was just learnt may be poisoned. It keeps nothing from rising.
 *
 * <p>Far outside: more than three times the median and further above it than {@value #DEVIATIONS}
 * times the median absolute deviation, scaled to a normal's standard deviation by 1.4826 (Iglewicz
 * and Hoaglin, How to Detect and Handle Outliers, 1993).
 */
public final class PoisonedReadings implements Guardrail {
  private static final int NEWEST = 15;
  private static final int FEWEST = 10;
  private static final double DEVIATIONS = 10;
  private static final double TIMES = 3;
  private static final double NORMAL = 1.4826;

  @Override
  public String name() {
    return "poisoned-readings";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    DemandSeries recent = situation.recent();
    double[] known = Measured.known(recent);
    if (known.length < FEWEST) {
      return pass(proposed, "too few readings to know their scatter");
    }
    double median = median(known);
    double deviation =
        NORMAL * median(Arrays.stream(known).map(v -> Math.abs(v - median)).toArray());
    double bound = Math.max(TIMES * median, median + DEVIATIONS * deviation);
    double highest =
        Arrays.stream(known, Math.max(0, known.length - NEWEST), known.length).max().orElse(0);
    return highest > bound
        ? hold(
            proposed,
            situation,
            memory,
            String.format(
                Locale.ROOT,
                "a reading of %,.0f rpm is far outside the hour's scatter around %,.0f",
                highest,
                median))
        : pass(proposed, "no reading is far outside its hour's scatter");
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
