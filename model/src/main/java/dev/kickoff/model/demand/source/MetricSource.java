package dev.kickoff.model.demand.source;

import java.time.Instant;
import java.util.List;

/** One metric somewhere outside that can be asked what it was. */
public interface MetricSource {
  /**
   * The values whose periods start within [{@code from}, {@code until}) and are kept still, oldest
   * first. What is not known there is absent: a gap, and never zero.
   *
   * @throws MetricSourceException when it cannot be told; then nothing is known of the stretch
   */
  List<MetricPoint> read(Instant from, Instant until);
}
