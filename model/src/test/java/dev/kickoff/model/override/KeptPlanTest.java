package dev.kickoff.model.override;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.capacity.CapacityStep;
import dev.kickoff.model.capacity.PlanBasis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeptPlanTest {
  private static final Instant END = NOON.plus(Duration.ofHours(3));
  private static final KeptPlan WINDOW = new KeptPlan("cup/final", NOON, END);

  private static CapacityPlan plan(CapacityStep... steps) {
    PlanBasis basis = new PlanBasis(Optional.empty(), Optional.empty(), Optional.empty(), 0);
    return new CapacityPlan("web-asg", basis, List.of(steps), "digest");
  }

  private static CapacityStep step(int fromMinute, int untilMinute, int hosts) {
    Instant from = NOON.plus(Duration.ofMinutes(fromMinute));
    return new CapacityStep(
        from, from, NOON.plus(Duration.ofMinutes(untilMinute)), hosts, "p95 of something");
  }

  private static OverrideBook kept(CapacityPlan plan) {
    OverrideBook book = OverrideBook.empty();
    for (OperatorOverride order : WINDOW.orders(plan, book, "ada", "rain delays it")) {
      book = book.with(order);
    }
    return book;
  }

  private static int floorAt(OverrideBook book, Instant at) {
    return book.strictest(OperatorOverride.Kind.FLOOR, "web-asg", at)
        .map(OperatorOverride::hosts)
        .orElse(0);
  }

  @Test
  void keepsTheMostThatWasPlannedSoFar() {
    OverrideBook book = kept(plan(step(-30, 40, 10), step(30, 60, 25), step(60, 200, 12)));
    assertThat(floorAt(book, NOON)).isEqualTo(10);
    assertThat(floorAt(book, NOON.plusSeconds(30 * 60))).isEqualTo(25);
    assertThat(floorAt(book, END.minusMillis(1))).isEqualTo(25);
    assertThat(floorAt(book, END)).isZero();
    assertThat(book.overrides())
        .extracting(OperatorOverride::id)
        .containsExactly("kept/cup/final/1", "kept/cup/final/2");
  }

  @Test
  void isNeverBelowTheOldPlanWhateverItsSteps() {
    for (long seed = 1; seed <= 300; seed++) {
      Random random = new Random(seed);
      List<CapacityStep> steps = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(90); i++) {
        int from = random.nextInt(300) - 60;
        steps.add(step(from, from + 1 + random.nextInt(60), 1 + random.nextInt(300)));
      }
      CapacityPlan plan = plan(steps.toArray(CapacityStep[]::new));
      OverrideBook book = kept(plan);
      assertThat(book.overrides()).as("seed %d", seed).hasSizeLessThanOrEqualTo(KeptPlan.MOST);
      for (Instant at = NOON; at.isBefore(END); at = at.plusSeconds(20)) {
        int wanted = plan.inForceAt(at).map(CapacityStep::hosts).orElse(0);
        assertThat(floorAt(book, at)).as("seed %d at %s", seed, at).isGreaterThanOrEqualTo(wanted);
      }
    }
  }

  @Test
  void doesNotOverwriteWhatAnEarlierChangeKeeps() {
    OverrideBook book = kept(plan(step(0, 60, 10)));
    List<OperatorOverride> more =
        WINDOW.orders(plan(step(0, 60, 8)), book, "ada", "rain delays it again");
    assertThat(more).extracting(OperatorOverride::id).containsExactly("kept/cup/final/2");
    assertThat(KeptPlan.of("cup/final", book.with(more.get(0)))).hasSize(2);
    assertThat(KeptPlan.of("cup", book)).isEmpty();
  }

  @Test
  void keepsNothingWhereNothingWasPlanned() {
    assertThat(WINDOW.orders(plan(step(-60, 0, 10)), OverrideBook.empty(), "ada", "why")).isEmpty();
  }

  @Test
  void refusesAWindowOfMoreThanADay() {
    assertThatThrownBy(() -> new KeptPlan("e", NOON, NOON.plus(Duration.ofHours(25))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most PT24H");
  }
}
