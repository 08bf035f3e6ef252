package dev.kickoff.model.forecast.method;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.event.EventWindows;
import dev.kickoff.model.forecast.event.Phase;
import dev.kickoff.model.forecast.rehearsal.Example;
import dev.kickoff.model.forecast.rehearsal.Newest;
import dev.kickoff.model.forecast.shape.Shape;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.LogScale;
import dev.kickoff.model.forecast.track.LogTrack;
import dev.kickoff.model.forecast.track.RecentRest;
import dev.kickoff.model.forecast.track.Span;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** What each shape sees of the steps ahead, from one cutoff. */
final class Sights {
  /** Three hours are read by steps, and two more where the last of them are gaps. */
  private static final int FINE_BLOCKS = 10;

  private static final double[] UNSEEN = new double[RecentRest.READINGS];

  private final Looking looking;
  private final Span recent;
  private final Span ahead;
  private final Phase[] phases;
  private final RecentRest[] rests;
  private final double[][] curves;
  private final double[][] atCutoff;

  /**
   * The shapes that are looked at.
   *
   * @param read for each horizon bucket, of which shapes recent demand is read
   */
  record Looking(List<Shape> shapes, boolean[][] read) {
    /** The same, each shape seen as another. */
    Looking seenAs(UnaryOperator<Shape> view) {
      return new Looking(shapes.stream().map(view).toList(), read);
    }

    boolean isRead(int shape) {
      return Arrays.stream(read).anyMatch(ofBucket -> ofBucket[shape]);
    }
  }

  /**
   * Recent demand up to the cutoff.
   *
   * @param history in its own steps
   * @param track in learning steps
   */
  record Recent(DemandSeries history, LogTrack track, LogScale scale, LocalClock clock) {}

  /** Reads what each shape says from before the cutoff to the last step ahead. */
  Sights(Looking looking, Recent recent, Span ahead, EventCalendar calendar) {
    this.looking = looking;
    this.recent = recent.track().span();
    this.ahead = ahead;
    this.phases = EventWindows.phases(ahead, calendar);
    int count = looking.shapes().size();
    this.rests = new RecentRest[count];
    this.curves = new double[count][];
    this.atCutoff = new double[count][];
    for (int s = 0; s < count; s++) {
      curves[s] = looking.shapes().get(s).logs(ahead, calendar);
      if (looking.isRead(s)) {
        double[] before = before(looking.shapes().get(s), calendar);
        rests[s] = rest(recent, before);
        atCutoff[s] = rests[s].at(this.recent.size());
      }
    }
  }

  private RecentRest rest(Recent of, double[] before) {
    RecentRest.Fresh newest = Newest.of(of.history(), of.scale(), recent, before);
    return new RecentRest(of.track(), before, of.clock(), newest);
  }

  /**
   * The shape before the cutoff: by steps where single steps are read, by blocks before, which is
   * as good there and six times as fast.
   */
  private double[] before(Shape shape, EventCalendar calendar) {
    int size = recent.size();
    int block = RecentRest.block(recent);
    int blocks = Math.max(0, size - FINE_BLOCKS * block) / block;
    int coarse = size - FINE_BLOCKS * block - blocks * block;
    double[] curve = new double[size];
    Span old = new Span(recent.millisAt(coarse), block * recent.stepMillis(), blocks);
    double[] logs = shape.logs(old, calendar);
    for (int k = 0; k < blocks; k++) {
      Arrays.fill(curve, coarse + k * block, coarse + (k + 1) * block, logs[k]);
    }
    Arrays.fill(curve, 0, coarse, logs[0]);
    double[] fine = shape.logs(recent.slice(size - FINE_BLOCKS * block, size), calendar);
    System.arraycopy(fine, 0, curve, size - fine.length, fine.length);
    return curve;
  }

  /** Step {@code i} ahead as it is seen from its bucket; what came of it is not known. */
  Example target(int i, int bucket) {
    long at = ahead.middleAt(i);
    boolean[] read = looking.read()[bucket];
    Example.View[] views = new Example.View[curves.length];
    for (int s = 0; s < views.length; s++) {
      double[] readings = read[s] ? rests[s].toward(at, recent.size(), atCutoff[s]) : UNSEEN;
      views[s] = new Example.View(curves[s][i], readings);
    }
    return new Example(0, 0, phases[i], at, ahead.millisAt(i) - ahead.startMillis(), 0, views);
  }
}
