package dev.kickoff.connectors.aws;

import dev.kickoff.model.fleet.FleetException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Facts about groups that change seldom and cost a call of their own: read at most once a minute a
 * group, and kept as they were when reading them fails.
 */
final class SlowFacts<T> {
  private static final Logger LOG = LoggerFactory.getLogger(SlowFacts.class);
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final String name;
  private final T unknown;
  private final Reader<T> reader;
  private final Map<String, Known<T>> known = new HashMap<>();

  private record Known<T>(T fact, Instant askedAt, boolean failed) {}

  /** Reads a fact about a group. */
  interface Reader<T> {
    T read(String group);
  }

  /**
   * Facts of one kind.
   *
   * @param unknown what holds until one could be read
   */
  SlowFacts(String name, T unknown, Reader<T> reader) {
    this.name = name;
    this.unknown = unknown;
    this.reader = reader;
  }

  synchronized T of(String group, Instant now) {
    Known<T> last = known.get(group);
    if (last != null && Duration.between(last.askedAt(), now).abs().compareTo(FRESH) < 0) {
      return last.fact();
    }
    Known<T> next;
    try {
      next = new Known<>(reader.read(group), now, false);
    } catch (FleetException e) {
      if (last == null || !last.failed()) {
        LOG.warn("{} of group {} is not known; goes on with what was known", name, group, e);
      }
      next = new Known<>(last == null ? unknown : last.fact(), now, true);
    }
    known.put(group, next);
    return next.fact();
  }
}
