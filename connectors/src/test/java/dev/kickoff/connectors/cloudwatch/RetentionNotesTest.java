package dev.kickoff.connectors.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionNotesTest {
  private static final Instant NOW = Instant.parse("2026-06-30T00:00:00Z");

  private static List<String> notes(Duration period, Duration age, Duration length) {
    MetricQuery query = new MetricQuery(new MetricQuery.Expression("x"), period);
    Instant from = NOW.minus(age);
    return RetentionNotes.of(query, from, from.plus(length), NOW);
  }

  @Test
  void saysNothingOfWhatIsKeptAsFinelyAsWanted() {
    assertThat(notes(Duration.ofMinutes(1), Duration.ofDays(14), Duration.ofDays(14))).isEmpty();
    assertThat(notes(Duration.ofSeconds(10), Duration.ofHours(2), Duration.ofHours(1))).isEmpty();
  }

  @Test
  void namesWhatComesInLongerSteps() {
    assertThat(notes(Duration.ofSeconds(10), Duration.ofHours(24), Duration.ofHours(1)))
        .singleElement()
        .asString()
        .startsWith(
            "2026-06-29T00:00:00Z to 2026-06-29T01:00:00Z comes in steps of 1 min, not of 10 s");
    assertThat(notes(Duration.ofMinutes(1), Duration.ofDays(40), Duration.ofHours(1)))
        .singleElement()
        .asString()
        .contains("in steps of 5 min, not of 1 min");
  }

  @Test
  void namesWhatIsKeptNoLonger() {
    assertThat(notes(Duration.ofHours(1), Duration.ofDays(500), Duration.ofDays(100)))
        .singleElement()
        .asString()
        .contains("is kept no longer: CloudWatch forgets after 455 days");
    assertThat(notes(Duration.ofHours(1), Duration.ofDays(600), Duration.ofDays(100)))
        .singleElement()
        .asString()
        .startsWith("2024-11-07T00:00:00Z to 2025-02-15T00:00:00Z is kept no longer");
  }
}
