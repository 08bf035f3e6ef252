package dev.kickoff.model.lab.profile;

import dev.kickoff.model.lab.HostCurve;
import java.util.Optional;

/**
 * The profile of a host, as a load test gives it.
 *
 * @param test what it was measured from
 * @param knee empty where latency climbs nowhere within what was measured, or is unknown
 * @param whyNoKnee one sentence that says so; empty where there is a knee
 */
public record MeasuredHost(
    LoadTest test,
    CpuFit cpu,
    Optional<Knee> knee,
    Optional<String> whyNoKnee,
    Throughput throughput) {

  /** The same as simulations use it; empty where nothing says how much a host may be given. */
  public Optional<HostCurve> curve() {
    double idle = Math.max(0, cpu.idleCpu().value());
    return throughput
        .cpu()
        .map(share -> Math.min(100, share.value()))
        .filter(share -> share > idle)
        .map(share -> new HostCurve(idle, cpu.cpuPerKrpm().value(), share));
  }
}
