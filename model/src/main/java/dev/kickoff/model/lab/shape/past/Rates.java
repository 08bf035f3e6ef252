package dev.kickoff.model.lab.shape.past;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.DemandUnit;

/** Recorded demand as requests per minute, in its own steps. */
public final class Rates {
  private Rates() {}

  /** The same demand as requests per minute; a gap stays one. */
  public static DemandSeries of(DemandSeries series, DemandUnit unit) {
    if (unit == DemandUnit.RPM) {
      return series;
    }
    DemandSeries.Builder rates = DemandSeries.builder(series.start(), series.step());
    for (int i = 0; i < series.size(); i++) {
      if (series.isPresent(i)) {
        rates.set(i, unit.toRequestsPerMinute(series.value(i), series.step()));
      }
    }
    return rates.extendTo(series.until()).build();
  }
}
