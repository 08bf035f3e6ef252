package dev.kickoff.model.demand;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The demand of one service in one minute, as far as it was known when it was emitted.
 *
 * <p>Consumers upsert by (service, minute): the record that stands last in the topic counts.
 *
 * @param minute start of the minute, on a whole minute
 * @param requestsPerMinute finite and not negative
 * @param completeness sources that reported over sources expected, 0..1
 * @param revision 1 for the first emission of a minute, rising by one with each later one
 * @param isFinal whether the watermark had passed the minute's end and the allowed lateness; a
 *     correction after that is final again with a higher revision
 * @param emittedAt event time at which it was emitted: no forecast issued before then has seen it
 * @param signals what else was measured of the service in the minute, by the name of its samples,
 *     finite and not negative; what was not measured is absent
 */
public record MinuteDemand(
    Service service,
    Instant minute,
    double requestsPerMinute,
    double completeness,
    int revision,
    boolean isFinal,
    Instant emittedAt,
    Map<String, Double> signals) {

  public MinuteDemand {
    if (!minute.truncatedTo(ChronoUnit.MINUTES).equals(minute)) {
      throw new IllegalArgumentException("minute " + minute + " is not on a whole minute");
    }
    if (!(requestsPerMinute >= 0) || Double.isInfinite(requestsPerMinute)) {
      throw new IllegalArgumentException(
          "demand " + requestsPerMinute + " at " + minute + " must be finite and not negative");
    }
    if (!(completeness >= 0 && completeness <= 1)) {
      throw new IllegalArgumentException("completeness " + completeness + " must be within 0..1");
    }
    if (revision < 1) {
      throw new IllegalArgumentException("revision " + revision + " must be at least 1");
    }
    signals.forEach(MinuteDemand::requireFinite);
    signals = Collections.unmodifiableSortedMap(new TreeMap<>(signals));
  }

  /** A minute of which only the demand was measured. */
  public MinuteDemand(
      Service service,
      Instant minute,
      double requestsPerMinute,
      double completeness,
      int revision,
      boolean isFinal,
      Instant emittedAt) {
    this(
        service,
        minute,
        requestsPerMinute,
        completeness,
        revision,
        isFinal,
        emittedAt,
        Collections.emptyMap());
  }

  private static void requireFinite(String name, @Nullable Double value) {
    if (value == null || !(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "signal " + name + " is " + value + ", it must be finite and not negative");
    }
  }

  /** The end of the minute, exclusive. */
  public Instant until() {
    return minute.plusSeconds(60);
  }
}
