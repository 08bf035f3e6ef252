package dev.kickoff.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.connectors.InputException;
import dev.kickoff.model.fleet.ScheduledSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleFileTest {
  @TempDir private Path folder;

  private List<ScheduledSize> read(String... lines) throws IOException {
    Path file = folder.resolve("hand.csv");
    Files.write(file, List.of(lines));
    return ScheduleFile.read(file, ZoneId.of("Europe/Paris"));
  }

  @Test
  void readsSizesAndLeavesBlankOnesAsTheyAre() throws IOException {
    assertThat(read("at,min,max,desired", "2026-06-20T19:00:00Z,40,,", "2026-06-20 23:00:00,,9,5"))
        .containsExactly(
            ScheduledSize.floor("line 2", Instant.parse("2026-06-20T19:00:00Z"), 40),
            new ScheduledSize(
                "line 3",
                Instant.parse("2026-06-20T21:00:00Z"),
                OptionalInt.empty(),
                OptionalInt.of(9),
                OptionalInt.of(5)));
  }

  @Test
  void namesEveryProblemWithItsPlaceAndUsesNothing() {
    assertThatThrownBy(
            () ->
                read(
                    "at,min,max",
                    "2026-06-20T19:00:00Z,40,",
                    "yesterday,4.5,",
                    "2026-06-20T19:00:00Z,,",
                    "2026-06-20T19:00:00Z,40,20",
                    "2026-06-20T19:00:00Z,1000000,"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("hand.csv:3:11: min '4.5' is not a number of hosts; write a whole")
        .hasMessageContaining("hand.csv:3:1: ")
        .hasMessageContaining("hand.csv:4: sets no size; give it a min")
        .hasMessageContaining("hand.csv:5: max 20 is below min 40; raise max or lower min")
        .hasMessageContaining("hand.csv:6:22: min '1000000' is not a number of hosts")
        .satisfies(e -> assertThat(((InputException) e).problems()).hasSize(5));
  }

  @Test
  void anEmptyScheduleOrAnUnknownColumnIsAMistake() {
    assertThatThrownBy(() -> read("at,min")).hasMessageContaining("schedules nothing");
    assertThatThrownBy(() -> read("at,min,hosts", "2026-06-20T19:00:00Z,4,4"))
        .hasMessageContaining("hand.csv:1: column 'hosts' is unknown; keep to at,min,max,desired");
    assertThatThrownBy(() -> read("when,min", "2026-06-20T19:00:00Z,4"))
        .hasMessageContaining("no column 'at'");
  }
}
