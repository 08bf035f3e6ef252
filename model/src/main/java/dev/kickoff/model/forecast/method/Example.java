package dev.kickoff.model.forecast.method;

import dev.kickoff.model.forecast.track.RecentRest;

/**
 * One target that was rehearsed inside history, from a cutoff before it, by a shape learnt before
 * the cutoff. All in log units.
 *
 * @param readings see {@link RecentRest}
 * @param curve what the shape said
 * @param mean how far the step's mean demand came out above the shape
 * @param peak the same of its highest minute; equal to {@code mean} where minutes are not known
 * @param event whether the step stood in the window of an event
 * @param atMillis the middle of the step
 * @param fold which fold of history it belongs to
 */
record Example(
    double[] readings,
    double curve,
    double mean,
    double peak,
    boolean event,
    long atMillis,
    int fold) {}
