package dev.kickoff.model.lab.sim;

/**
 * Latency of a host by a queue: {@code service / (1 - rho)}, the 95th percentile of the time in an
 * M/M/1 queue, with {@code service} that of an idle host; where more arrives than is served, what
 * waits is added.
 *
 * <p>Source of the formula: the time in an M/M/1 queue is exponential with mean {@code s / (1 -
 * rho)}, so each percentile of it grows by {@code 1 / (1 - rho)} (Kleinrock, Queueing Systems I,
 * 1975, section 3.2).
 */
final class Latency {
  private static final double FULL = 0.99;
  private static final double MILLIS = 1_000;

  private final double serviceMillis;
  private final double stepSeconds;
  private double backlogSeconds;

  Latency(double serviceMillis, double stepSeconds) {
    this.serviceMillis = serviceMillis;
    this.stepSeconds = stepSeconds;
  }

  /** The 95th percentile in milliseconds after a step at a share of a host's processor. */
  double after(double share) {
    backlogSeconds = Math.max(0, backlogSeconds + (share - 1) * stepSeconds);
    return serviceMillis / (1 - Math.min(FULL, share)) + MILLIS * backlogSeconds;
  }
}
