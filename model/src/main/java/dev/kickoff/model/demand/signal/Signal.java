package dev.kickoff.model.demand.signal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** What may be measured of a service beside its demand, by the name that its samples carry. */
public enum Signal {
  /** Failed requests over all requests, 0..1; several sources are averaged. */
  ERROR_SHARE("error_share", 1),
  /** Time to answer, milliseconds; of several sources the slowest counts. */
  LATENCY_MS("latency_ms", Double.MAX_VALUE),
  /** Share of the hosts' processors in use, 0..1; several sources are averaged. */
  CPU("cpu", 1);

  private final String sampleName;
  private final double most;

  Signal(String sampleName, double most) {
    this.sampleName = sampleName;
    this.most = most;
  }

  /** The name of its samples. */
  public String sampleName() {
    return sampleName;
  }

  /** The signal whose samples carry {@code name}; empty where none does. */
  public static Optional<Signal> named(String name) {
    return Arrays.stream(values()).filter(s -> s.sampleName.equals(name)).findFirst();
  }

  /** Whether a reading may have this value. */
  public boolean allows(double value) {
    return value >= 0 && value <= most;
  }

  /** Which values a reading may have, in words. */
  public String range() {
    return this == LATENCY_MS ? "0 or more milliseconds" : "a share within 0..1";
  }

  /**
   * What several sources say together: errors and processors on average, latency at its worst,
   * because a slow half hides behind a fast one.
   *
   * @param ofSources one value a source; at least one
   */
  double together(Collection<Double> ofSources) {
    double sum = 0;
    double highest = 0;
    for (double value : ofSources) {
      sum += value;
      highest = Math.max(highest, value);
    }
    return this == LATENCY_MS ? highest : sum / ofSources.size();
  }
}
