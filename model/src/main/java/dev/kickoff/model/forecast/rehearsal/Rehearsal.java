package dev.kickoff.model.forecast.rehearsal;

import dev.kickoff.model.forecast.shape.Shape;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.RecentRest;
import dev.kickoff.model.forecast.track.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Forecasts the past from cutoffs within it, each by shapes learnt before its fold, and keeps what
 * came of it: rolling origins, so that errors are those of forecasts and not of fits.
 */
public final class Rehearsal {
  private static final int EXAMPLES_PER_BUCKET = 2000;

  private final Past past;
  private final LocalClock clock;
  private final List<List<Example>> buckets = new ArrayList<>();

  public Rehearsal(Past past, LocalClock clock) {
    this.past = past;
    this.clock = clock;
    for (int b = 0; b < Horizons.count(); b++) {
      buckets.add(new ArrayList<>());
    }
  }

  /**
   * Rehearses every fold.
   *
   * @param shapes for each of the shapes that take part, the one of each fold
   * @return the examples of each horizon bucket; none in those past the horizon
   */
  public List<List<Example>> run(Folds folds, List<List<Shape>> shapes) {
    if (folds.count() == 0) {
      return buckets;
    }
    int stride = Math.max(1, (folds.end() - folds.from(0)) / EXAMPLES_PER_BUCKET);
    for (int fold = 0; fold < folds.count(); fold++) {
      int which = fold;
      rehearse(fold, folds, shapes.stream().map(each -> each.get(which)).toList(), stride);
    }
    return buckets;
  }

  private void rehearse(int fold, Folds folds, List<Shape> shapes, int stride) {
    long step = past.track().span().stepMillis();
    int first = Math.max(0, folds.from(fold) - (int) (RecentRest.REACH_MILLIS / step));
    int reach = (int) (past.horizon().toMillis() / step) + 1;
    int last = Math.min(past.track().span().size(), folds.until(fold) + reach);
    Span span = past.track().span().slice(first, last);
    Stretch stretch = new Stretch(past, first, span, folds.from(fold));
    List<Outlook> outlooks =
        shapes.stream().map(shape -> new Outlook(past, span, shape, clock)).toList();
    for (int o = folds.from(fold); o < folds.until(fold); o++) {
      if (o % stride == 0) {
        int cutoff = o - first;
        double[][] atCutoff =
            outlooks.stream().map(each -> each.at(cutoff)).toArray(double[][]::new);
        for (int b = 0; b < Horizons.count(); b++) {
          int target = target(o, b, step);
          int at = target - first;
          if (target >= o
              && target < last
              && past.track().isKnown(target)
              && !stretch.isUntold(at)) {
            Example.View[] views = new Example.View[atCutoff.length];
            for (int s = 0; s < views.length; s++) {
              views[s] = outlooks.get(s).toward(at, cutoff, atCutoff[s]);
            }
            buckets.get(b).add(stretch.example(at, cutoff, fold, views));
          }
        }
      }
    }
  }

  /**
   * A step within the bucket, another one for each cutoff; before the cutoff where there is none.
   */
  private int target(int cutoff, int bucket, long step) {
    long from = (Horizons.fromMillis(bucket) + step - 1) / step;
    long horizon = Math.min(past.horizon().toMillis(), 7 * LocalClock.DAY_MILLIS);
    long until = (Horizons.untilMillis(bucket, horizon) + step - 1) / step;
    return until <= from ? -1 : cutoff + (int) (from + scattered(cutoff, until - from));
  }

  /** A number below {@code bound} that follows no rhythm of the cutoffs (SplitMix64). */
  private static long scattered(int cutoff, long bound) {
    long mixed = (cutoff + 1) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return ((mixed ^ (mixed >>> 31)) >>> 1) % bound;
  }

  /** What one shape says around one fold. */
  private static final class Outlook {
    private final Span span;
    private final double[] curve;
    private final RecentRest rest;

    Outlook(Past past, Span span, Shape shape, LocalClock clock) {
      Span all = past.track().span();
      int first = (int) ((span.startMillis() - all.startMillis()) / all.stepMillis());
      this.span = span;
      this.curve = shape.logs(span, past.calendar());
      this.rest =
          new RecentRest(
              past.track().part(first, first + span.size()),
              curve,
              clock,
              Newest.of(past.fine(), past.scale(), span, curve));
    }

    double[] at(int cutoff) {
      return rest.at(cutoff);
    }

    Example.View toward(int target, int cutoff, double[] atCutoff) {
      return new Example.View(curve[target], rest.toward(span.middleAt(target), cutoff, atCutoff));
    }
  }
}
