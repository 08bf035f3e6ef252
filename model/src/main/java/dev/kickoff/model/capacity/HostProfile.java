package dev.kickoff.model.capacity;

/**
 * What one host carries: requests per minute at the latency knee.
 *
 * @param requestsPerMinute finite and greater than zero
 */
public record HostProfile(double requestsPerMinute) {
  private static final double ROUNDING = 1e-9;

  public HostProfile {
    if (!(requestsPerMinute > 0) || Double.isInfinite(requestsPerMinute)) {
      throw new IllegalArgumentException(
          "requests per minute and host must be greater than zero, was " + requestsPerMinute);
    }
  }

  /** The hosts that carry {@code demand} requests per minute at the knee; at least one. */
  public int hostsFor(double demand) {
    double hosts = Math.ceil(demand / requestsPerMinute - ROUNDING);
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, hosts));
  }
}
