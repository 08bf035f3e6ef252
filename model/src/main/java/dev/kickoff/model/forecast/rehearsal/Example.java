package dev.kickoff.model.forecast.rehearsal;

import dev.kickoff.model.forecast.event.Phase;

/**
 * One target that was rehearsed inside history, from a cutoff before it, by shapes learnt before
 * the cutoff. All in log units.
 *
 * @param mean the step's mean demand
 * @param peak its highest minute; equal to {@code mean} where minutes are not known
 * @param phase what planned events did at the step
 * @param atMillis the middle of the step
 * @param aheadMillis how long after the cutoff the step began
 * @param fold which fold of history it belongs to
 * @param views what each shape said, in the order of the shapes
 */
public record Example(
    double mean,
    double peak,
    Phase phase,
    long atMillis,
    long aheadMillis,
    int fold,
    View[] views) {

  /** Whether a planned event acts on the step. */
  public boolean inEvent() {
    return phase != Phase.QUIET;
  }

  /** What the first shape said, which stands for the usual level. */
  public double level() {
    return views[0].curve();
  }

  /**
   * What one shape said of a target.
   *
   * @param curve the shape at the target
   * @param readings what recent demand lay above it; see {@link
   *     dev.kickoff.model.forecast.track.RecentRest}
   */
  public record View(double curve, double[] readings) {}
}
