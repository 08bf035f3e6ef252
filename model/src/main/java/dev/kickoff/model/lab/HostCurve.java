package dev.kickoff.model.lab;

/**
 * What one host does under load: processor over requests, and where latency climbs.
 *
 * @param idleCpu processor share without requests, in percent, 0 to under 100
 * @param cpuPerKrpm further percent for each 1,000 requests per minute, above 0
 * @param kneeCpu processor share beyond which latency climbs steeply, in percent, above idle, up to
 *     100
 */
public record HostCurve(double idleCpu, double cpuPerKrpm, double kneeCpu) {
  private static final double THOUSAND = 1_000;

  public HostCurve {
    boolean valid =
        idleCpu >= 0
            && cpuPerKrpm > 0
            && !Double.isInfinite(cpuPerKrpm)
            && kneeCpu > idleCpu
            && kneeCpu <= 100;
    if (!valid) {
      throw new IllegalArgumentException(
          "a host of %s %% idle, %s %% per 1,000 requests per minute and a knee at %s %%"
              .formatted(idleCpu, cpuPerKrpm, kneeCpu));
    }
  }

  /** A host that is at {@code cpu} percent under {@code rpm} requests per minute. */
  public static HostCurve through(double idleCpu, double rpm, double cpu, double kneeCpu) {
    return new HostCurve(idleCpu, (cpu - idleCpu) / (rpm / THOUSAND), kneeCpu);
  }

  /**
   * Processor share in percent under {@code rpm} requests per minute on this host; may pass 100.
   */
  public double cpuAt(double rpm) {
    return idleCpu + cpuPerKrpm * rpm / THOUSAND;
  }

  /** Requests per minute at which it reaches {@code cpu} percent; 0 where idle is above that. */
  public double rpmAt(double cpu) {
    return Math.max(0, (cpu - idleCpu) / cpuPerKrpm * THOUSAND);
  }
}
