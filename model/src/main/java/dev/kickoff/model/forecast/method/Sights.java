package dev.kickoff.model.forecast.method;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.event.EventWindows;
import dev.kickoff.model.forecast.event.Phase;
import dev.kickoff.model.forecast.rehearsal.Example;
import dev.kickoff.model.forecast.rehearsal.Newest;
import dev.kickoff.model.forecast.rehearsal.Rehearsal;
import dev.kickoff.model.forecast.shape.Shape;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.LogScale;
import dev.kickoff.model.forecast.track.LogTrack;
import dev.kickoff.model.forecast.track.RecentRest;
import dev.kickoff.model.forecast.track.Span;
import java.util.List;

/** What each shape sees of the steps ahead, from one cutoff. */
final class Sights {
  private static final double[] UNSEEN = new double[RecentRest.READINGS];

  private final LocalClock clock;
  private final Span recent;
  private final Span ahead;
  private final Phase[] phases;
  private final RecentRest[] rests;
  private final double[][] curves;
  private final double[][] atCutoff;

  /**
   * Recent demand up to the cutoff.
   *
   * @param history in its own steps
   * @param track in learning steps
   */
  record Recent(DemandSeries history, LogTrack track, LogScale scale) {}

  /** */
  Sights(List<Shape> shapes, Recent recent, Span ahead, EventCalendar calendar, LocalClock clock) {
    this.clock = clock;
    this.recent = recent.track().span();
    this.ahead = ahead;
    this.phases = EventWindows.phases(ahead, calendar);
    this.rests = new RecentRest[shapes.size()];
    this.curves = new double[shapes.size()][];
    this.atCutoff = new double[shapes.size()][];
    for (int s = 0; s < rests.length; s++) {
      Shape shape = shapes.get(s);
      double[] before = shape.logs(this.recent, calendar);
      rests[s] =
          new RecentRest(
              recent.track(),
              before,
              clock,
              Rehearsal.LIMIT,
              Newest.of(recent.history(), recent.scale(), this.recent, before, Rehearsal.LIMIT));
      curves[s] = shape.logs(ahead, calendar);
      atCutoff[s] = rests[s].at(this.recent.size());
    }
  }

  /**
   * Step {@code i} ahead as it is seen; what came of it is not known.
   *
   * @param looked which shapes are looked at
   */
  Example target(int i, boolean[] looked) {
    long at = ahead.middleAt(i);
    Example.View[] views = new Example.View[curves.length];
    for (int s = 0; s < views.length; s++) {
      double[] readings = looked[s] ? rests[s].toward(at, recent.size(), atCutoff[s]) : UNSEEN;
      views[s] = new Example.View(curves[s][i], readings);
    }
    return new Example(0, 0, phases[i], at, ahead.millisAt(i) - ahead.startMillis(), 0, views);
  }
}
