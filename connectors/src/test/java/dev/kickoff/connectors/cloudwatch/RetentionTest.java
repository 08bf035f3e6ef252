package dev.kickoff.connectors.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.cloudwatch.Retention.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final Instant NOW = Instant.parse("2026-06-11T12:01:30Z");

  private static List<Part> parts(Duration back, int periodSeconds) {
    return Retention.parts(NOW.minus(back), NOW, Duration.ofSeconds(periodSeconds), NOW);
  }

  @Test
  void asksForTheFinestStepThatIsStillKept() {
    List<Part> parts = parts(Duration.ofDays(500), 10);
    assertThat(parts)
        .extracting(Part::step)
        .extracting(Duration::toSeconds)
        .containsExactly(3600L, 300L, 60L, 10L);
    assertThat(parts.get(3).from()).isEqualTo(Instant.parse("2026-06-11T09:07:00Z"));
    assertThat(parts.get(2).from()).isEqualTo(Instant.parse("2026-05-27T12:10:00Z"));
    assertThat(parts.get(1).from()).isEqualTo(Instant.parse("2026-04-09T13:00:00Z"));
    assertThat(parts.get(0).from()).isEqualTo(Instant.parse("2025-03-13T13:00:00Z"));
    for (int i = 1; i < parts.size(); i++) {
      assertThat(parts.get(i - 1).until()).as("no overlap, no hole").isEqualTo(parts.get(i).from());
    }
  }

  @Test
  void aRecentStretchIsOnePart() {
    assertThat(parts(Duration.ofHours(1), 10))
        .containsExactly(new Part(NOW.minus(Duration.ofHours(1)), NOW, Duration.ofSeconds(10)));
    assertThat(parts(Duration.ofDays(10), 300)).hasSize(1);
  }

  @Test
  void nothingIsLeftOfWhatIsOlderThanAllThatIsKept() {
    Instant old = NOW.minus(Duration.ofDays(460));
    assertThat(Retention.parts(old, old.plusSeconds(3600), Duration.ofSeconds(60), NOW)).isEmpty();
  }
}
