package dev.kickoff.model.lab.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kickoff.model.lab.sim.Draw;
import dev.kickoff.model.lab.sim.LabResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellRiskTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static CellRisk risk(Cell cell, int safe, double cpu, double cost) {
    return new CellRisk(cell, safe, 10, 60, cpu, cost);
  }

  private static CellOutcome outcome(int increment, int threshold, double mean, double max) {
    return new CellOutcome(
        new Cell(increment, threshold), new LabResult(max, mean, 0, 10, 1, 1, 1, Optional.empty()));
  }

  @Test
  void theSafestIsFirstThenTheBusierThenTheHigherThresholdThenTheSmallerIncrement() {
    CellRisk safest = risk(new Cell(9, 11), 8, 10, 500);
    CellRisk busier = risk(new Cell(2, 12), 7, 17, 300);
    CellRisk higher = risk(new Cell(3, 14), 7, 16, 300);
    CellRisk smaller = risk(new Cell(4, 13), 7, 16, 300);
    CellRisk last = risk(new Cell(5, 13), 7, 16 - 1e-9, 300);
    assertThat(
            List.of(last, smaller, higher, busier, safest).stream()
                .sorted(CellRisk.SAFEST_FIRST)
                .toList())
        .containsExactly(safest, busier, higher, smaller, last);
    assertThat(safest.probability()).isEqualTo(0.8);
  }

  @Test
  void theFrontHoldsWhatNoOtherBeats() {
    CellRisk cheap = risk(new Cell(1, 30), 1, 30, 100);
    CellRisk fair = risk(new Cell(2, 15), 5, 20, 200);
    CellRisk dear = risk(new Cell(3, 15), 5, 15, 300);
    CellRisk safe = risk(new Cell(9, 11), 8, 10, 500);
    assertThat(CellRisk.front(List.of(safe, dear, fair, cheap))).containsExactly(cheap, fair, safe);
  }

  @Test
  void theWinnerStaysBelowTheLimitWithTheHighestMean() {
    CellOutcome best = outcome(2, 15, 20, 49.9);
    assertThat(
            CellOutcome.winner(List.of(outcome(1, 25, 30, 50), outcome(3, 15, 18, 40), best), 50))
        .contains(best);
    assertThat(CellOutcome.winner(List.of(outcome(1, 25, 30, 50)), 50)).isEmpty();
  }

  @Test
  void candidatesAreEveryIncrementWithEveryThreshold() {
    assertThat(new SearchSpace(1, 10, 11, 35).cells()).hasSize(250).doesNotHaveDuplicates();
    assertThatThrownBy(() -> new SearchSpace(3, 2, 11, 35)).hasMessageContaining("increments 3..2");
  }

  @Test
  void everyPhaseIsCombinedWithEveryBootAndDrawsAreTheSameForEach() {
    Draw expected = Draw.expected(Duration.ZERO, MINUTE);
    List<Duration> phases = List.of(Duration.ZERO, MINUTE);
    List<Duration> boots = List.of(MINUTE.multipliedBy(3), MINUTE.multipliedBy(4));
    Uncertainty.Errors errors = new Uncertainty.Errors(0.05, 0.1, 1.3, 0.2, MINUTE);
    List<Draw> cases =
        new Uncertainty(phases, boots, 0, errors, 1).draws(expected, MINUTE.multipliedBy(48));
    List<Draw> drawn =
        new Uncertainty(phases, boots, 500, errors, 1).draws(expected, MINUTE.multipliedBy(48));
    assertThat(cases).hasSize(4).allMatch(draw -> draw.cpuFactor() == 1);
    assertThat(drawn).hasSize(2_000);
    assertThat(IntStream.range(0, 500))
        .allMatch(
            i -> drawn.get(i).at(MINUTE, MINUTE).equals(drawn.get(1_500 + i).at(MINUTE, MINUTE)));
    assertThat(drawn.stream().mapToDouble(d -> Math.log(d.loadFactor())).average().orElse(9))
        .isCloseTo(0, within(0.02));
    assertThat(drawn.stream().filter(d -> !d.refused().isEmpty()).count()).isBetween(300L, 500L);
  }
}
