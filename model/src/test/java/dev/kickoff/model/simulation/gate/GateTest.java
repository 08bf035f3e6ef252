package dev.kickoff.model.simulation.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.simulation.PolicyScore;
import dev.kickoff.model.simulation.Scorecard;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {
  private static PolicyScore score(long under, double hours, double cost) {
    return new PolicyScore(10_000, under / 10_000.0, 0, 1.2, hours, cost);
  }

  private static Finding shortage(PolicyScore now, PolicyScore acting) {
    return Gate.shortage(new Scorecard(now, acting), "reactive");
  }

  @Test
  void fewerShortMinutesPassAlsoAtMoreCost() {
    Finding finding = shortage(score(70, 100, 360), score(3, 130, 380));
    assertThat(finding.holds()).isTrue();
    assertThat(finding.said())
        .isEqualTo(
            "Under-provisioned minutes fall from 70 with reactive to 3 with kickoff, of 10000;"
                + " acting takes 130.0 host-hours instead of 100.0, and at the fleet's prices"
                + " 20.00 dearer in all.");
  }

  @Test
  void asManyShortMinutesOrMoreAreRefused() {
    assertThat(shortage(score(70, 100, 360), score(70, 90, 350)).holds()).isFalse();
    assertThat(shortage(score(70, 100, 360), score(71, 90, 350)).holds()).isFalse();
    assertThat(shortage(score(0, 100, 10), score(1, 90, 9)).said()).contains("rise from 0");
  }

  @Test
  void wherePerfectionIsThereAlreadyActingMustNotCostMore() {
    assertThat(shortage(score(0, 100, 10), score(0, 100, 10)).holds()).isTrue();
    assertThat(shortage(score(0, 100, 10), score(0, 90, 9)).holds()).isTrue();
    assertThat(shortage(score(0, 100, 10), score(0, 101, 10.1)).holds()).isFalse();
  }

  @Test
  void aP99ThatIsOneIsTrustedAndAP95IsNot() {
    ShortfallBound right = bound(14);
    ShortfallBound wrong = bound(72);
    assertThat(Gate.shortfall(right, Duration.ofMinutes(13)).holds()).isTrue();
    Finding refused = Gate.shortfall(wrong, Duration.ofMinutes(13));
    assertThat(refused.holds()).isFalse();
    assertThat(refused.said())
        .startsWith("Demand exceeded the p99 forecast 13 minutes ahead in 5.00 % of 40320 minutes")
        .endsWith("above the limit of 3 %.");
  }

  private static ShortfallBound bound(long exceededEachDay) {
    return ShortfallBound.of(Collections.nCopies(28, new DayShortfall(1440, exceededEachDay)));
  }

  @Test
  void twoWeeksAreNeeded() {
    assertThat(Gate.history(Scenes.NOON, Scenes.NOON.plus(Duration.ofDays(14))).holds()).isTrue();
    Finding tooShort =
        Gate.history(Scenes.NOON, Scenes.NOON.plus(Duration.ofDays(14)).minusSeconds(60));
    assertThat(tooShort.holds()).isFalse();
    assertThat(tooShort.said()).contains("14 are needed, so nothing was judged");
  }

  @Test
  void everyConditionMustHold() {
    Finding yes = new Finding("a", true, "");
    Finding no = new Finding("b", false, "");
    assertThat(Gate.recommends(List.of(yes, yes))).isTrue();
    assertThat(Gate.recommends(List.of(yes, no))).isFalse();
  }
}
