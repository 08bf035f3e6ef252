package dev.kickoff.model.lab.profile.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.lab.profile.Estimate;
import dev.kickoff.model.lab.profile.HostProfiler;
import dev.kickoff.model.lab.profile.LoadTest;
import dev.kickoff.model.lab.profile.LoadTestRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeployGuardTest {
  private static final Instant DEPLOYED = Instant.parse("2026-06-01T12:00:00Z");
  private static final Duration SETTLE = Duration.ofMinutes(10);

  /** Minutes of production around the deployment, a day's half wave of load. */
  private static List<LoadTestRow> production(int minutes, double slopeBefore, double slopeAfter) {
    Random random = new Random(11);
    List<LoadTestRow> rows = new ArrayList<>();
    for (int i = -minutes; i < minutes; i++) {
      double rpm = 25_000 + 10_000 * Math.sin(i / 40.0);
      double slope = i < 0 ? slopeBefore : slopeAfter;
      double cpu = 2 + slope * rpm / 1_000 + 0.5 * random.nextGaussian();
      OptionalDouble none = OptionalDouble.empty();
      rows.add(new LoadTestRow(DEPLOYED.plusSeconds(60L * i), rpm, cpu, none, none));
    }
    return rows;
  }

  @Test
  void tellsThatADeploymentMadeRequestsDearer() {
    DeployFinding finding =
        DeployGuard.refit(production(120, 0.7, 0.8), DEPLOYED, SETTLE, 50).orElseThrow();
    assertThat(finding.verdict()).isEqualTo(DeployFinding.Verdict.FELL);
    assertThat(finding.change()).isBetween(-0.16, -0.09);
    assertThat(finding.words()).startsWith("A host carries less than before: ");
  }

  @Test
  void keepsQuietWhereADeploymentChangedNothing() {
    assertThat(DeployGuard.refit(production(120, 0.7, 0.7), DEPLOYED, SETTLE, 50))
        .map(DeployFinding::verdict)
        .contains(DeployFinding.Verdict.UNCHANGED);
  }

  @Test
  void tellsThatADeploymentMadeRequestsCheaper() {
    assertThat(DeployGuard.refit(production(120, 0.8, 0.7), DEPLOYED, SETTLE, 50))
        .map(DeployFinding::verdict)
        .contains(DeployFinding.Verdict.ROSE);
  }

  @Test
  void waitsUntilEnoughWasSeenAfterHostsHaveSettled() {
    List<LoadTestRow> rows = production(120, 0.7, 0.8);
    Instant soon = DEPLOYED.plus(SETTLE).plusSeconds(60L * DeployGuard.LEAST_ROWS - 60);
    List<LoadTestRow> seen = rows.stream().filter(r -> r.at().isBefore(soon)).toList();
    assertThat(DeployGuard.refit(seen, DEPLOYED, SETTLE, 50)).isEmpty();
  }

  @Test
  void comparesALoadTestWithoutAKneeAtTheOneRemembered() {
    List<LoadTestRow> rows = production(120, 0.8, 0.8);
    KnownHost before = new KnownHost(Estimate.around(68_571, 500), Estimate.around(50, 1));
    DeployFinding finding =
        DeployGuard.compare(before, HostProfiler.measuring().profile(new LoadTest(rows)));
    assertThat(finding.verdict()).isEqualTo(DeployFinding.Verdict.FELL);
    assertThat(finding.cpu()).isEqualTo(50);
  }
}
