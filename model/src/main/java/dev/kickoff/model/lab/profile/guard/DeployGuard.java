package dev.kickoff.model.lab.profile.guard;

import dev.kickoff.model.lab.profile.Estimate;
import dev.kickoff.model.lab.profile.HostProfiler;
import dev.kickoff.model.lab.profile.LoadTest;
import dev.kickoff.model.lab.profile.LoadTestException;
import dev.kickoff.model.lab.profile.LoadTestRow;
import dev.kickoff.model.lab.profile.MeasuredHost;
import dev.kickoff.model.lab.profile.Throughput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether a host still carries what it carried: after a load test, or from what production
 * measures before and after a deployment.
 *
 * <p>Production seldom comes near the knee, so processor over requests is learnt again and read at
 * the processor share of the knee as it is known. A knee that moves is found by load tests only.
 */
public final class DeployGuard {
  /** Rows that are needed on either side of a deployment. */
  public static final int LEAST_ROWS = 15;

  private DeployGuard() {}

  /** A new load test beside what is remembered; without a knee of its own at the one remembered. */
  public static DeployFinding compare(KnownHost before, MeasuredHost now) {
    boolean ownKnee = now.throughput().rule() == Throughput.Rule.KNEE;
    MeasuredHost told =
        ownKnee ? now : HostProfiler.givenKnee(before.cpu().value()).profile(now.test());
    return DeployFinding.of(
        before.rpm(), rpm(told), told.throughput().cpu().orElse(before.cpu()).value());
  }

  /**
   * What production measured on either side of a deployment; empty while either side has fewer than
   * {@value #LEAST_ROWS} rows. Nothing is compared with rows of other deployments: give those since
   * the last one only.
   *
   * @param rows requests per minute and host, with its processor, a minute each
   * @param settle how long after it hosts still come and go; those rows are left out
   * @param kneeCpu in percent
   * @throws LoadTestException where a side holds one load only, or processor does not rise with
   *     requests
   */
  public static Optional<DeployFinding> refit(
      List<LoadTestRow> rows, Instant deployedAt, Duration settle, double kneeCpu) {
    List<LoadTestRow> before = rows.stream().filter(r -> r.at().isBefore(deployedAt)).toList();
    Instant settled = deployedAt.plus(settle);
    List<LoadTestRow> after = rows.stream().filter(r -> !r.at().isBefore(settled)).toList();
    if (before.size() < LEAST_ROWS || after.size() < LEAST_ROWS) {
      return Optional.empty();
    }
    HostProfiler profiler = HostProfiler.givenKnee(kneeCpu);
    Estimate earlier = rpm(profiler.profile(new LoadTest(before)));
    Estimate now = rpm(profiler.profile(new LoadTest(after)));
    return Optional.of(DeployFinding.of(earlier, now, kneeCpu));
  }

  private static Estimate rpm(MeasuredHost host) {
    return host.throughput()
        .rpm()
        .orElseThrow(
            () ->
                new LoadTestException(
                    "the host is busier without requests than at the knee given"));
  }
}
