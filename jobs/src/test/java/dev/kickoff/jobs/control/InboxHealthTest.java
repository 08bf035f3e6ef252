package dev.kickoff.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.control.surroundings.ServiceHealth;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.demand.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class InboxHealthTest {
  private static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");

  private final Inbox inbox = new Inbox();

  private void minute(int minute, Map<String, Double> signals) {
    Instant at = NOON.plusSeconds(60L * minute);
    inbox.accept(
        new MinuteDemand(new Service("web"), at, 100, 1, 1, true, at.plusSeconds(60), signals));
  }

  private Optional<ServiceHealth> health(Duration afterNoon) {
    return inbox.look(NOON.plus(afterNoon)).health();
  }

  @Test
  void aLookHasNoHealthWhereNoSignalWasEverMeasured() {
    minute(0, Map.of());
    assertThat(health(Duration.ofMinutes(1))).isEmpty();
  }

  @Test
  void aLookSeesTheNewestSignalsAndLatencyAgainstItsHour() {
    for (int i = 0; i < 60; i++) {
      minute(i, Map.of("latency_ms", i == 59 ? 300.0 : 100.0, "error_share", i / 100.0));
    }
    assertThat(health(Duration.ofHours(1)))
        .contains(
            new ServiceHealth(
                NOON.plusSeconds(3600),
                OptionalDouble.of(0.59),
                OptionalDouble.of(3),
                OptionalDouble.empty()));
  }

  @Test
  void signalsThatStopGrowOldAndAreNotDropped() {
    minute(0, Map.of("cpu", 0.9));
    for (int i = 1; i < 3 * 24 * 60; i++) {
      minute(i, Map.of());
    }
    ServiceHealth health = health(Duration.ofDays(3)).orElseThrow();
    assertThat(health.until()).isEqualTo(NOON.plusSeconds(60));
    assertThat(health.cpu()).hasValue(0.9);
  }

  @Test
  void theLastRecordOfAMinuteCounts() {
    minute(0, Map.of("cpu", 0.9));
    minute(0, Map.of("cpu", 0.4));
    assertThat(health(Duration.ofMinutes(1)).orElseThrow().cpu()).hasValue(0.4);
  }
}
