package dev.kickoff.jobs.offline.evaluation;

import dev.kickoff.model.forecast.accuracy.Interval;
import dev.kickoff.model.forecast.accuracy.Where;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a simple method, or the model without events, lost less than Kickoff.
 *
 * @param lost the worst first
 * @param comparisons how many there were in all
 */
record Losses(List<Lost> lost, int comparisons) {
  Losses {
    lost = List.copyOf(lost);
  }

  /**
   * One comparison that Kickoff lost.
   *
   * @param ratio Kickoff's loss over the method's, above 1
   */
  record Lost(String series, Duration within, Where where, String method, Interval ratio) {
    /** Whether the whole interval lies above 1; one cutoff has no interval. */
    boolean isClear() {
      return ratio.low() > 1 && ratio.high() > ratio.low();
    }
  }

  static Losses of(Evaluation evaluation) {
    List<Lost> lost = new ArrayList<>();
    int comparisons = 0;
    for (SeriesResult series : evaluation.series()) {
      for (SeriesResult.Cell cell : series.cells()) {
        comparisons += cell.ratios().size();
        cell.ratios()
            .forEach(
                (method, ratio) -> {
                  if (ratio.value() > 1) {
                    Where where = cell.own().cell().where();
                    lost.add(new Lost(series.name(), cell.within(), where, method, ratio));
                  }
                });
      }
    }
    lost.sort(Comparator.comparingDouble((Lost each) -> each.ratio().value()).reversed());
    return new Losses(lost, comparisons);
  }

  /** How many are clear. */
  long clear() {
    return lost.stream().filter(Lost::isClear).count();
  }
}
