package dev.kickoff.jobs.forecast.watch;

import dev.kickoff.jobs.forecast.edge.MinuteRow;
import dev.kickoff.model.forecast.quality.UnitWatch;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says aloud, once, and counts, that the values of a service have changed their unit. */
public final class UnitAlarm {
  private static final Logger LOG = LoggerFactory.getLogger(UnitAlarm.class);

  private final ValueState<UnitWatch.Memory> units;
  private final Counter mistakes;

  /**
   * @param units what the watch of the current service remembers
   * @param mistakes is raised by one at each change of unit
   */
  public UnitAlarm(ValueState<UnitWatch.Memory> units, Counter mistakes) {
    this.units = units;
    this.mistakes = mistakes;
  }

  /** Looks at a final minute of the current service. */
  public void see(MinuteRow row) throws Exception {
    UnitWatch.Memory known = units.value();
    UnitWatch watch = new UnitWatch(known == null ? UnitWatch.Memory.empty() : known);
    boolean before = watch.problem().isPresent();
    watch.see(row.minuteMillis(), row.value());
    units.update(watch.memory());
    if (!before && watch.problem().isPresent()) {
      mistakes.inc();
      LOG.warn("demand of {}: {}", row.service(), watch.problem().get());
    }
  }
}
