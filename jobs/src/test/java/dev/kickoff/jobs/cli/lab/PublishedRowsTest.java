package dev.kickoff.jobs.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the talk published, and what becomes of it when one assumption changes. */
class PublishedRowsTest {
  private static JsonNode tuned(String row, String... more) throws Exception {
    String file = LabCommands.EXAMPLE.resolve("rows/" + row + ".yaml").toString();
    String[] args =
        Stream.concat(Stream.of("tune", "--config", file, "-o", "json"), Stream.of(more))
            .toArray(String[]::new);
    return LabCommands.json(args);
  }

  private static String twoDigits(JsonNode number) {
    return String.format(Locale.ROOT, "%.2f", number.asDouble());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "A, +2 at 15, 15.86 to 39.00, 45", "B, +2 at 15, 16.15 to 39.38, 45",
    "C, +2 at 13, 17.68 to 45.00, 27", "D, +2 at 11, 18.28 to 45.00, 9",
    "E, +2 at 11, 18.28 to 45.00, 9", "F, +1 at 15, 21.14 to 45.00, 68",
    "F4, +1 at 13, 21.07 to 45.00, 48", "A-phase2, +1 at 12, 21.32 to 44.50, 20",
    "A-phase3, +2 at 15, 15.86 to 39.00, 45", "A-boot3, +1 at 15, 21.87 to 47.50, 50",
    "A-boot4, +2 at 15, 16.40 to 45.00, 45", "A-idle0, +2 at 13, 14.85 to 39.64, 27",
    "A-idle1, +2 at 14, 15.36 to 39.32, 36", "A-idle3, +1 at 15, 22.73 to 49.77, 50",
    "A-40k27, +1 at 13, 20.27 to 45.30, 30", "A-40k28, +1 at 14, 21.00 to 47.04, 40",
    "A-40k29, +1 at 14, 21.73 to 48.77, 40", "A-40k31, +2 at 15, 16.36 to 40.32, 45",
    "A-40k32, +2 at 15, 16.85 to 41.64, 45", "A-40k33, +2 at 16, 17.35 to 42.96, 54",
    "A-reset, +2 at 15, 15.86 to 39.00, 45", "A-afterboot, +2 at 15, 15.86 to 39.00, 45",
    "A-cool6, +2 at 15, 20.33 to 39.00, 45", "A-hold40, +2 at 15, 15.12 to 39.00, 45",
    "A-ramp, +1 at 13, 21.83 to 45.75, 30"
  })
  void hasItsWinner(String row, String cell, String meanToMaximum, int feasible) throws Exception {
    JsonNode json = tuned(row);
    JsonNode winner = json.get("winner");
    assertThat("+" + winner.get("increment") + " at " + winner.get("threshold")).isEqualTo(cell);
    assertThat(twoDigits(winner.get("mean_cpu")) + " to " + twoDigits(winner.get("max_cpu")))
        .isEqualTo(meanToMaximum);
    assertThat(json.get("feasible").asInt()).isEqualTo(feasible);
    assertThat(json.get("cells").asInt()).isEqualTo(250);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"A-phase0", "A-phase1", "A-phase4", "A-2hosts"})
  void hasNoWinnerWhereNoCandidateStaysBelowTheLimit(String row) throws Exception {
    JsonNode json = tuned(row);
    assertThat(json.get("winner").isNull()).isTrue();
    assertThat(json.get("feasible").asInt()).isZero();
  }

  @Test
  void everyRowIsTried() throws IOException {
    try (Stream<java.nio.file.Path> rows = Files.list(LabCommands.EXAMPLE.resolve("rows"))) {
      assertThat(rows).hasSize(25 + 4);
    }
  }

  @Test
  void theWinnerIsFragile() throws Exception {
    JsonNode json = tuned("A", "--robust");
    assertThat(json.at("/published/safe_cases").asInt()).isEqualTo(4);
    assertThat(json.at("/published/cases").asInt()).isEqualTo(15);
    assertThat(json.at("/published/worst_max_cpu").asDouble()).isEqualTo(93);
    assertThat(json.at("/robust/safe_cases").asInt()).isEqualTo(7);
    assertThat(json.at("/robust/increment").asInt()).isEqualTo(2);
    assertThat(json.at("/robust/threshold").asInt()).isEqualTo(12);
    assertThat(json.at("/robust/worst_max_cpu").asDouble()).isEqualTo(81);
  }

  @Test
  void aPlanIsSaferAtLessThanHalfTheHostMinutes() throws Exception {
    String file = LabCommands.EXAMPLE.resolve("simulate.yaml").toString();
    JsonNode policies =
        LabCommands.json("simulate", "--config", file, "-o", "json").get("policies");
    JsonNode published = policies.get(1);
    JsonNode planned = policies.get(3);
    assertThat(Math.round(published.get("host_minutes").asDouble())).isEqualTo(315);
    assertThat(published.get("max_hosts").asInt()).isEqualTo(11);
    assertThat(Math.round(planned.get("host_minutes").asDouble())).isEqualTo(131);
    assertThat(planned.get("max_hosts").asInt()).isEqualTo(3);
    assertThat(planned.get("max_cpu").asDouble()).isEqualTo(37);
    // With a forecast error of 10 and 25 % to either side.
    assertThat(policies).hasSize(8);
    for (int i = 4; i < 8; i++) {
      assertThat(policies.get(i).get("max_cpu").asDouble()).isLessThan(50);
      assertThat(policies.get(i).get("host_minutes").asDouble()).isLessThan(175);
    }
  }
}
