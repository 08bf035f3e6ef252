package dev.kickoff.connectors.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How finely CloudWatch still keeps what: steps under a minute for 3 hours, of a minute for 15
 * days, of five minutes for 63 days, of an hour for 455 days.
 *
 * <p>Source: the API reference of <a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html">
 * GetMetricData</a>.
 */
final class Retention {
  /** A limit is neared by the time that a call takes; what is so near is asked for coarser. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private static final List<Tier> TIERS =
      List.of(
          new Tier(Duration.ofHours(3), Duration.ofSeconds(1)),
          new Tier(Duration.ofDays(15), Duration.ofMinutes(1)),
          new Tier(Duration.ofDays(63), Duration.ofMinutes(5)),
          new Tier(Duration.ofDays(455), Duration.ofHours(1)));

  private Retention() {}

  private record Tier(Duration age, Duration step) {}

  /**
   * A part of a stretch and the finest step that it can be asked for in.
   *
   * @param until exclusive; both ends on whole steps but for the asked stretch's own
   */
  record Part(Instant from, Instant until, Duration step) {}

  /**
   * The stretch in parts, oldest first, each in the finest step that is still kept; what is older
   * than everything that is kept is left out.
   *
   * @param period the finest step wanted
   */
  static List<Part> parts(Instant from, Instant until, Duration period, Instant now) {
    List<Part> parts = new ArrayList<>();
    Instant end = until;
    for (int i = 0; i < TIERS.size() && from.isBefore(end); i++) {
      Duration step = step(period, TIERS.get(i).step());
      Duration older = step(period, TIERS.get(Math.min(i + 1, TIERS.size() - 1)).step());
      Instant oldest = ceil(now.minus(TIERS.get(i).age()).plus(MARGIN), older);
      Instant start = oldest.isAfter(from) ? oldest : from;
      if (start.isBefore(end)) {
        add(parts, new Part(start, end, step));
        end = start;
      }
    }
    Collections.reverse(parts);
    return parts;
  }

  private static void add(List<Part> newestFirst, Part part) {
    int last = newestFirst.size() - 1;
    if (last >= 0 && newestFirst.get(last).step().equals(part.step())) {
      part = new Part(part.from(), newestFirst.remove(last).until(), part.step());
    }
    newestFirst.add(part);
  }

  /** The shortest multiple of what is kept that is not finer than what is wanted. */
  private static Duration step(Duration period, Duration kept) {
    long unit = kept.toSeconds();
    return Duration.ofSeconds((period.toSeconds() + unit - 1) / unit * unit);
  }

  private static Instant ceil(Instant at, Duration step) {
    long seconds = step.toSeconds();
    long floor = Math.floorDiv(at.getEpochSecond() + seconds - 1, seconds) * seconds;
    return Instant.ofEpochSecond(floor);
  }
}
