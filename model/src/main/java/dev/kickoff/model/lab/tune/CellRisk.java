package dev.kickoff.model.lab.tune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A candidate over many cases of what nobody controls.
 *
 * @param safe cases in which the busiest host stayed below the limit
 * @param cases all of them, at least one
 * @param worstMaxCpu the highest processor share of any case, in percent
 * @param meanCpu mean over the cases, in percent
 * @param hostMinutes mean over the cases
 */
public record CellRisk(
    Cell cell, int safe, int cases, double worstMaxCpu, double meanCpu, double hostMinutes) {
  /** The best first: safest, then the highest mean processor share, threshold, least increment. */
  public static final Comparator<CellRisk> SAFEST_FIRST =
      Comparator.comparingInt((CellRisk risk) -> -risk.safe())
          .thenComparingDouble(risk -> -CellOutcome.ranked(risk.meanCpu()))
          .thenComparing(CellRisk::cell, CellOutcome.byThresholdThenIncrement());

  /** The share of cases in which it stayed below the limit. */
  public double probability() {
    return (double) safe / cases;
  }

  /**
   * Those that no other beats: safer at no more host-minutes, or as safe at fewer; the cheapest
   * first.
   */
  public static List<CellRisk> front(List<CellRisk> risks) {
    List<CellRisk> cheapestFirst =
        risks.stream()
            .sorted(
                Comparator.comparingDouble(CellRisk::hostMinutes)
                    .thenComparingInt(risk -> -risk.safe()))
            .toList();
    List<CellRisk> front = new ArrayList<>();
    for (CellRisk risk : cheapestFirst) {
      CellRisk last = front.isEmpty() ? risk : front.get(front.size() - 1);
      if (front.isEmpty() || risk.safe() > last.safe() || risk.isAsGoodAs(last)) {
        front.add(risk);
      }
    }
    return front;
  }

  private boolean isAsGoodAs(CellRisk other) {
    return safe == other.safe && hostMinutes == other.hostMinutes;
  }
}
