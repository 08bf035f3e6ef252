package dev.kickoff.model.forecast.health;

import java.util.Optional;

/** The newest judged steps of one bucket, in a ring: 9 kB when full. */
final class Judged {
  /** How many steps are remembered. */
  static final int MOST = 500;

  private final double[] medians = new double[MOST];
  private final double[] demands = new double[MOST];
  private final boolean[] below95 = new boolean[MOST];
  private final byte[] minutes = new byte[MOST];
  private long seen;

  void add(double demand, double p50, double p95, int lastedMinutes) {
    int at = (int) (seen++ % MOST);
    medians[at] = p50;
    demands[at] = demand;
    below95[at] = demand <= p95;
    minutes[at] = (byte) lastedMinutes;
  }

  BucketHealth health(HealthBucket bucket) {
    int count = (int) Math.min(seen, MOST);
    int below = 0;
    int covered = 0;
    long lasted = 0;
    double forecast = 0;
    double came = 0;
    for (int i = 0; i < count; i++) {
      below += demands[i] <= medians[i] ? 1 : 0;
      covered += below95[i] ? 1 : 0;
      lasted += minutes[i];
      forecast += medians[i];
      came += demands[i];
    }
    double of = Math.max(1, count);
    Optional<Double> bias = came > 0 ? Optional.of((forecast - came) / came) : Optional.empty();
    return new BucketHealth(bucket, count, lasted, below / of, covered / of, bias);
  }
}
