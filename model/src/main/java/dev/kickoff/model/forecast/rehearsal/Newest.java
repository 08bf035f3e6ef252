package dev.kickoff.model.forecast.rehearsal;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.track.LogScale;
import dev.kickoff.model.forecast.track.RecentRest;
import dev.kickoff.model.forecast.track.Span;
import java.time.Instant;
import java.util.OptionalDouble;

/** The newest minute before a cutoff, read against a shape that is known by longer steps. */
public final class Newest {
  private Newest() {}

  /**
   * @param span the steps of {@code curve}
   */
  public static RecentRest.Fresh of(DemandSeries fine, LogScale scale, Span span, double[] curve) {
    long own = fine.step().toMillis();
    if (own >= span.stepMillis()) {
      return cutoff -> OptionalDouble.empty();
    }
    return cutoff -> {
      long at = span.millisAt(cutoff) - own;
      int i = fine.indexOf(Instant.ofEpochMilli(at));
      if (!fine.isPresent(i) || cutoff < 2) {
        return OptionalDouble.empty();
      }
      double ahead = (at + own / 2.0 - span.middleAt(cutoff - 1)) / span.stepMillis();
      double slope =
          cutoff < curve.length
              ? curve[cutoff] - curve[cutoff - 1]
              : curve[cutoff - 1] - curve[cutoff - 2];
      double rest = scale.toLog(fine.value(i)) - curve[cutoff - 1] - ahead * slope;
      return OptionalDouble.of(Math.max(-RecentRest.LIMIT, Math.min(RecentRest.LIMIT, rest)));
    };
  }
}
