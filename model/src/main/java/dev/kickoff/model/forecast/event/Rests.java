package dev.kickoff.model.forecast.event;

import dev.kickoff.model.forecast.track.LogTrack;

/** What known demand before a cut lies above a fit. */
public interface Rests {
  /** The demand that was fitted, in log units; it may reach past the cut. */
  LogTrack track();

  /** The step before which the fit was made. */
  int cut();

  /** What a known step before the cut lies above the fit, in log units. */
  double rest(int step);
}
