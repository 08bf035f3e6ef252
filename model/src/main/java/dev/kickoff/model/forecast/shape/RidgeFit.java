package dev.kickoff.model.forecast.shape;

import dev.kickoff.model.forecast.event.EventTerms;
import dev.kickoff.model.forecast.event.Rests;
import dev.kickoff.model.forecast.track.LogTrack;
import dev.kickoff.model.forecast.track.Span;

/**
 * What {@link EventRidge} learnt before one cut: a level, a week and the lifts of events.
 *
 * <p>The week is that of the harmonics plus the mean of what they leave in each slot, which leans
 * on the slots beside it and on nothing where a slot was seen seldom.
 */
final class RidgeFit implements Rests {
  private static final double REMAINDER_WEEKS = 6;
  private static final double HALF_LIVES_READ = 7;
  private static final long REMAINDER_AROUND_MILLIS = 25 * 60_000L;
  private static final double REMAINDER_LEAN_MILLIS = 20 * 60_000.0;

  private final RidgeLayout layout;
  private final double[] coefficients;
  private final LogTrack track;
  private final int cut;
  private final double[] lifts;
  private final double[] week;

  RidgeFit(RidgeLayout layout, double[] coefficients, LogTrack track, int cut) {
    this.layout = layout;
    this.coefficients = coefficients;
    this.track = track;
    this.cut = cut;
    this.lifts = layout.lifts(coefficients);
    this.week = layout.weekTable(coefficients);
    addRemainder();
  }

  @Override
  public int cut() {
    return cut;
  }

  @Override
  public LogTrack track() {
    return track;
  }

  EventTerms events() {
    return layout.events();
  }

  double[] lifts() {
    return lifts;
  }

  /** A value for each slot of the week. */
  double[] week() {
    return week;
  }

  /** The level at the cut. */
  double level() {
    return layout.level(coefficients, layout.span().millisAt(cut));
  }

  @Override
  public double rest(int step) {
    return track.log(step) - usual(step) - layout.lift(step, lifts);
  }

  private double usual(int step) {
    return layout.level(coefficients, layout.span().middleAt(step)) + week[layout.slot(step)];
  }

  private void addRemainder() {
    double[] sums = new double[week.length];
    double[] weights = new double[week.length];
    double halfLife = Math.min(layout.halfLifeSteps(), REMAINDER_WEEKS * week.length);
    double fade = Math.pow(0.5, 1 / halfLife);
    double weight = 1;
    int first = (int) Math.max(0, cut - HALF_LIVES_READ * halfLife);
    for (int i = cut - 1; i >= first; i--, weight *= fade) {
      if (track.isKnown(i) && !layout.isLifted(i)) {
        sums[layout.slot(i)] += weight * (track.log(i) - usual(i));
        weights[layout.slot(i)] += weight;
      }
    }
    Span span = layout.span();
    double lean = REMAINDER_LEAN_MILLIS / span.stepMillis();
    int around = (int) (REMAINDER_AROUND_MILLIS / span.stepMillis());
    double[] remainder = new double[week.length];
    for (int slot = 0; slot < week.length; slot++) {
      double sum = 0;
      double total = 0;
      for (int near = slot - around; near <= slot + around; near++) {
        sum += sums[Math.floorMod(near, week.length)];
        total += weights[Math.floorMod(near, week.length)];
      }
      remainder[slot] = sum / (total + lean * (2 * around + 1));
    }
    for (int slot = 0; slot < week.length; slot++) {
      week[slot] += remainder[slot];
    }
  }
}
