package dev.kickoff.jobs.proof.world;

import java.util.ArrayList;
import java.util.List;

/** All that was ever published in a run, in order; every controller reads it at its own pace. */
public final class Topics {
  private final List<Reading> readings = new ArrayList<>();

  /** Publishes a record. */
  public void publish(Reading reading) {
    readings.add(reading);
  }

  /** What stands from a position on. */
  public List<Reading> from(int position) {
    return readings.subList(position, readings.size());
  }
}
