package dev.kickoff.jobs.config.lab.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.model.lab.compare.Hypothesis;
import dev.kickoff.model.lab.compare.Margin;
import dev.kickoff.model.lab.compare.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HypothesisFileTest {
  @TempDir private Path folder;

  private Hypothesis read(String text) throws IOException {
    return HypothesisFile.read(Files.writeString(folder.resolve("h.yaml"), text));
  }

  @Test
  void aClaimIsReadWithItsGuards() throws IOException {
    Hypothesis claim =
        read(
            "statement: Hosts are used better.\nmetric: max_cpu\ndirection: increase\n"
                + "smallest: 2.5\nconfidence: 0.9\n"
                + "guards: {over_knee_minutes: 0, p95_latency_ms: 10%}\n");
    assertThat(claim)
        .isEqualTo(
            new Hypothesis(
                "Hosts are used better.",
                Metric.MAX_CPU,
                true,
                new Margin(2.5, false),
                0.9,
                List.of(
                    new Hypothesis.Guard(Metric.OVER_KNEE_MINUTES, new Margin(0, false)),
                    new Hypothesis.Guard(Metric.P95_LATENCY_MS, new Margin(10, true)))));
  }

  @Test
  void everythingWrongIsSaidAtOnceWithItsPlace() {
    assertThatThrownBy(
            () ->
                read(
                    "statement: x\nmetric: costs\nsmallest: 0%\nconfidence: 95\n"
                        + "guards: {speed: 1, cost: much}\nwhen: now\n"))
        .hasMessageContainingAll(
            "h.yaml:2:9: metric 'costs' is unknown; did you mean 'cost'?",
            "h.yaml:3:11: smallest holds '0%', not an amount above 0",
            "h.yaml:4:13: confidence '95' is not a share from 0.5 to 0.999",
            "h.yaml:5:9: guards holds 'speed', which is no metric",
            "guards holds 'much', not an amount",
            "h.yaml:6:1: when is an unknown key");
    assertThatThrownBy(() -> read("metric: cost\n"))
        .hasMessageContainingAll("statement is missing", "smallest is missing");
  }
}
