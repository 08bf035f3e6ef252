package dev.kickoff.connectors.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.model.fleet.FleetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallBudgetTest {
  private static final Duration PATIENT = Duration.ofSeconds(3);

  private long nanos;
  private final List<Duration> waits = new ArrayList<>();
  private final CallBudget budget = new CallBudget(5, 10, () -> nanos, waits::add);

  @Test
  void aBurstWaitsForNothing() {
    take(10);
    assertThat(waits).isEmpty();
  }

  @Test
  void afterABurstEachCallWaitsForItsTurn() {
    take(13);
    assertThat(waits)
        .containsExactly(Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(600));
  }

  @Test
  void theBucketFillsWithTimeAndNeverBeyondTheBurst() {
    take(10);
    nanos += Duration.ofMillis(400).toNanos();
    take(2);
    assertThat(waits).isEmpty();
    nanos += Duration.ofHours(1).toNanos();
    take(10);
    assertThat(waits).isEmpty();
    take(1);
    assertThat(waits).hasSize(1);
  }

  @Test
  void aTurnThatIsTooFarOffFailsAtOnceAndTakesNoToken() {
    take(10);
    Duration hurried = Duration.ofMillis(199);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> budget.take(hurried))
          .isInstanceOfSatisfying(
              FleetException.class,
              e -> assertThat(e.kind()).isEqualTo(FleetException.Kind.TRANSIENT))
          .hasMessageContaining("the next turn is in 200 ms");
    }
    assertThat(waits).isEmpty();
    take(1);
    assertThat(waits).containsExactly(Duration.ofMillis(200));
  }

  @Test
  void whoIsInterruptedWhileWaitingStaysInterrupted() {
    CallBudget endless =
        new CallBudget(
            5,
            1,
            () -> 0,
            time -> {
              throw new InterruptedException();
            });
    endless.take(PATIENT);
    assertThatThrownBy(() -> endless.take(PATIENT)).isInstanceOf(FleetException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private void take(int calls) {
    for (int i = 0; i < calls; i++) {
      budget.take(PATIENT);
    }
  }
}
