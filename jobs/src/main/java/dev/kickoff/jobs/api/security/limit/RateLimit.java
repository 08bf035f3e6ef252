package dev.kickoff.jobs.api.security.limit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Token buckets, one a key: a caller or an address. The {@value #MOST} that asked last are
 * remembered; who was forgotten starts with a full bucket.
 */
public final class RateLimit {
  static final int MOST = 10_000;
  private static final double NANOS = 1e9;

  private final Allowance allowance;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets = new Recent();

  private record Bucket(double tokens, long at) {}

  private static final class Recent extends LinkedHashMap<String, Bucket> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
      return size() > MOST;
    }
  }

  /**
   * A limit.
   *
   * @param nanos a clock that never goes back, as {@link System#nanoTime}
   */
  public RateLimit(Allowance allowance, LongSupplier nanos) {
    this.allowance = allowance;
    this.nanos = nanos;
  }

  /** Takes one; when there is none, how long until there is. */
  public synchronized Optional<Duration> take(String key) {
    long now = nanos.getAsLong();
    Bucket old = buckets.getOrDefault(key, new Bucket(allowance.burst(), now));
    double refilled = (now - old.at()) / NANOS * allowance.perSecond();
    double tokens = Math.min(allowance.burst(), old.tokens() + refilled);
    boolean enough = tokens >= 1;
    buckets.put(key, new Bucket(enough ? tokens - 1 : tokens, now));
    double wait = (1 - tokens) / allowance.perSecond() * NANOS;
    return enough ? Optional.empty() : Optional.of(Duration.ofNanos((long) wait));
  }
}
