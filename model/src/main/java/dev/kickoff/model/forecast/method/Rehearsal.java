package dev.kickoff.model.forecast.method;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.forecast.shape.EventWindows;
import dev.kickoff.model.forecast.shape.Shape;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.LogTrack;
import dev.kickoff.model.forecast.track.RecentRest;
import dev.kickoff.model.forecast.track.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Forecasts the past from cutoffs within it, each by a shape learnt before its fold, and keeps what
 * came of it: rolling origins, so that errors are those of forecasts and not of fits.
 */
final class Rehearsal {
  private static final int EXAMPLES_PER_BUCKET = 2500;
  private static final int PRIME = 7919;
  private static final int PRECEDENTS_WANTED = 4;

  private final Past past;
  private final LocalClock clock;
  private final double limit;
  private final List<List<Example>> buckets = new ArrayList<>();

  /**
   * @param limit what lies further from a shape than this counts as so far
   */
  Rehearsal(Past past, LocalClock clock, double limit) {
    this.past = past;
    this.clock = clock;
    this.limit = limit;
    for (int b = 0; b < Horizons.count(); b++) {
      buckets.add(new ArrayList<>());
    }
  }

  /**
   * Rehearses every fold.
   *
   * @param shapes the shape of each fold
   * @return the examples of each horizon bucket; none in those past the horizon
   */
  List<List<Example>> run(Folds folds, List<Shape> shapes) {
    if (folds.count() == 0) {
      return buckets;
    }
    int stride = Math.max(1, (folds.end() - folds.from(0)) / EXAMPLES_PER_BUCKET);
    for (int fold = 0; fold < folds.count(); fold++) {
      rehearse(fold, folds, shapes.get(fold), stride);
    }
    return buckets;
  }

  private void rehearse(int fold, Folds folds, Shape shape, int stride) {
    LogTrack track = past.track();
    long step = track.span().stepMillis();
    int first = Math.max(0, folds.from(fold) - (int) (RecentRest.REACH_MILLIS / step));
    int reach = (int) (past.horizon().toMillis() / step) + 1;
    int last = Math.min(track.span().size(), folds.until(fold) + reach);
    Span span = track.span().slice(first, last);
    Stretch stretch = stretch(first, span, shape, folds.from(fold));
    RecentRest rest = new RecentRest(track.part(first, last), stretch.curve, clock, limit);
    for (int o = folds.from(fold); o < folds.until(fold); o++) {
      if (o % stride == 0) {
        double[] atCutoff = rest.at(o - first);
        for (int b = 0; b < Horizons.count(); b++) {
          int target = target(o, b, step);
          if (target >= o && target < last && track.isKnown(target)) {
            int at = target - first;
            double[] readings = rest.toward(span.middleAt(at), o - first, atCutoff);
            keep(buckets.get(b), stretch.example(at, readings, fold));
          }
        }
      }
    }
  }

  private static void keep(List<Example> bucket, Example example) {
    if (example.fold() >= 0) {
      bucket.add(example);
    }
  }

  /**
   * A step within the bucket, another one for each cutoff; before the cutoff where there is none.
   */
  private int target(int cutoff, int bucket, long step) {
    long from = (Horizons.fromMillis(bucket) + step - 1) / step;
    long horizon = Math.min(past.horizon().toMillis(), 7 * LocalClock.DAY_MILLIS);
    long until = (Horizons.untilMillis(bucket, horizon) + step - 1) / step;
    return until <= from ? -1 : cutoff + (int) (from + (long) cutoff * PRIME % (until - from));
  }

  private Stretch stretch(int first, Span span, Shape shape, int cut) {
    double[] curve = shape.logs(span, past.calendar());
    BitSet event = EventWindows.within(span, past.calendar());
    long cutMillis = past.track().span().millisAt(cut);
    BitSet untold = new BitSet(span.size());
    List<Event> events = past.calendar().events();
    long now = past.track().span().untilMillis();
    for (int i = event.nextSetBit(0); i >= 0; i = event.nextSetBit(i + 1)) {
      long at = span.middleAt(i);
      int then = EventWindows.precedents(at, cutMillis, events);
      untold.set(
          i, then < PRECEDENTS_WANTED && EventWindows.precedents(at, now, events) > then + 2);
    }
    return new Stretch(first, span, curve, event, untold);
  }

  /** One fold's part of the track with what its shape says of it. */
  private final class Stretch {
    private final int first;
    private final Span span;
    private final double[] curve;
    private final BitSet event;
    private final BitSet untold;

    private Stretch(int first, Span span, double[] curve, BitSet event, BitSet untold) {
      this.first = first;
      this.span = span;
      this.curve = curve;
      this.event = event;
      this.untold = untold;
    }

    Example example(int at, double[] readings, int fold) {
      double mean = past.track().log(first + at) - curve[at];
      double peak = mean;
      if (past.knowsMinutes()) {
        int minutes = (int) (span.stepMillis() / past.fine().step().toMillis());
        int minute = past.fine().indexOf(Instant.ofEpochMilli(span.millisAt(at)));
        if (past.resolution().equals(past.fine().step())) {
          int one = minute + Math.floorMod(at * PRIME, minutes);
          boolean known = past.fine().isPresent(one);
          mean = known ? past.scale().toLog(past.fine().value(one)) - curve[at] : mean;
          peak = mean;
        } else {
          for (int m = minute; m < minute + minutes; m++) {
            if (past.fine().isPresent(m)) {
              peak = Math.max(peak, past.scale().toLog(past.fine().value(m)) - curve[at]);
            }
          }
        }
      }
      int usable = untold.get(at) ? -1 : fold;
      return new Example(readings, curve[at], mean, peak, event.get(at), span.middleAt(at), usable);
    }
  }
}
