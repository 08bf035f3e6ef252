package dev.kickoff.model.forecast.shape;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.rehearsal.Past;
import dev.kickoff.model.forecast.smile.NormalEquations;
import dev.kickoff.model.forecast.smile.SparseRow;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.LogScale;
import dev.kickoff.model.forecast.track.LogTrack;
import java.time.Duration;
import java.time.ZoneId;

/** The updates that {@link EventRidge} makes to its equations, one at a time, to be measured. */
public final class RidgeUpdate {
  private final LogTrack track;
  private final RidgeLayout layout;
  private final NormalEquations equations;
  private final SparseRow row = new SparseRow();
  private int next;

  private RidgeUpdate(LogTrack track, RidgeLayout layout) {
    this.track = track;
    this.layout = layout;
    this.equations = new NormalEquations(layout.size());
  }

  /** Of a history that has gone through the equations once, in learning steps. */
  public static RidgeUpdate of(DemandSeries demand, EventCalendar calendar, ZoneId zone) {
    DemandSeries coarse = demand.resample(Past.learningStep(Duration.ofMinutes(1)), false);
    LogTrack track = LogTrack.of(coarse, LogScale.suiting(coarse));
    RidgeLayout layout = new RidgeLayout(track.span(), calendar, new LocalClock(zone));
    RidgeUpdate update = new RidgeUpdate(track, layout);
    for (int step = 0; step < track.span().size(); step++) {
      update.next();
    }
    return update;
  }

  /** Adds the next step; after the last comes the first. */
  public void next() {
    if (track.isKnown(next)) {
      layout.fill(next, row);
      equations.add(row, track.log(next), layout.weight(next));
    }
    next = (next + 1) % track.span().size();
  }

  /** The coefficients as of now. */
  public double[] solve() {
    return equations.solve(layout.penalties(track.span().size()));
  }
}
