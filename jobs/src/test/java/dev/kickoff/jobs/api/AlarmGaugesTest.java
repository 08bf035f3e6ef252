package dev.kickoff.jobs.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.jobs.api.metrics.EngineMetrics;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.DecisionInputs;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.surroundings.Standby;
import dev.kickoff.model.control.surroundings.Surroundings;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OverrideBook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlarmGaugesTest {
  private final Scene scene = new Scene();
  private final EngineMetrics metrics = new EngineMetrics(scene.views(), scene.time(), "1.0");

  private void decided(long sequence, Surroundings seen, Verdict... trail) {
    Decision plain = Scene.decision(sequence, 10, 12, 12);
    DecisionInputs inputs =
        new DecisionInputs(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1,
            Optional.of(seen));
    scene
        .views()
        .accept(
            new Decision(
                plain.key(),
                plain.mode(),
                plain.change(),
                List.of(trail),
                plain.reason(),
                inputs,
                plain.digest()));
  }

  private static OperatorOverride override(
      String id, OperatorOverride.Kind kind, int hosts, Instant until) {
    return new OperatorOverride(
        id, Optional.of(Scene.GROUP), kind, hosts, Scene.NOON, until, "ann", "a test of gauges");
  }

  @Test
  void nothingIsSaidBeforeTheFirstDecision() {
    assertThat(metrics.text()).contains("# TYPE kickoff_degraded gauge");
    assertThat(metrics.text()).doesNotContain("kickoff_degraded{").doesNotContain("_alarm{");
  }

  @Test
  void anAlarmOfMissingDataIsADegradedService() {
    Verdict held = new Verdict("missing-data", 8, 10, "no demand was measured");
    decided(1, Surroundings.CALM, held, new Verdict("raise-ramp", 10, 10, "small"));
    assertThat(metrics.text())
        .contains("kickoff_degraded{service=\"web\",} 0.0")
        .contains("kickoff_alarm{group=\"web-asg\",guardrail=\"missing-data\",} 0.0");
    decided(2, Surroundings.CALM, held.alarming());
    assertThat(metrics.text())
        .contains("kickoff_degraded{service=\"web\",} 1.0")
        .contains("kickoff_alarm{group=\"web-asg\",guardrail=\"missing-data\",} 1.0");
  }

  @Test
  void overridesInForceAreCountedWithTheirEnds() {
    OverrideBook book =
        OverrideBook.empty()
            .with(override("1", OperatorOverride.Kind.FREEZE, 0, Scene.at(10)))
            .with(override("2", OperatorOverride.Kind.FLOOR, 5, Scene.at(90)))
            .with(override("3", OperatorOverride.Kind.FLOOR, 6, Scene.at(60)));
    Surroundings seen =
        new Surroundings(
            book,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Standby(List.of(), Optional.of("20:00 is missing"))),
            Optional.empty());
    decided(1, seen);
    double sixty = Scene.at(60).toEpochMilli() / 1e3;
    assertThat(metrics.text())
        .contains("kickoff_override_active{group=\"web-asg\",kind=\"floor\",} 2.0")
        .contains("kickoff_override_active{group=\"web-asg\",kind=\"freeze\",} 1.0")
        .contains(
            "kickoff_override_ends_timestamp_seconds{group=\"web-asg\",kind=\"floor\",} " + sixty)
        .contains("kickoff_paused{scope=\"web-asg\",} 1.0")
        .contains("kickoff_standby_lacking{group=\"web-asg\",} 1.0");
    scene.setNow(Scene.at(10));
    assertThat(metrics.text())
        .contains("kickoff_paused{scope=\"web-asg\",} 0.0")
        .doesNotContain("kind=\"freeze\"");
  }
}
