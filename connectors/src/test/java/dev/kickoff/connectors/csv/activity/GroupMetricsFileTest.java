package dev.kickoff.connectors.csv.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.connectors.InputException;
import dev.kickoff.model.lab.twin.reality.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupMetricsFileTest {
  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void oneFileMayHoldBothAndABlankIsAGap() throws IOException {
    Path both =
        file("m.csv", "timestamp,rpm,cpu\n2024-06-01T18:00:00Z,100,\n2024-06-01T18:01:00Z,,2.5\n");
    Metrics read = GroupMetricsFile.read(List.of(both), ZoneOffset.UTC);
    assertThat(read.rpm()).containsOnlyKeys(Instant.parse("2024-06-01T18:00:00Z"));
    assertThat(read.cpu()).containsEntry(Instant.parse("2024-06-01T18:01:00Z"), 2.5);
  }

  @Test
  void twoFilesMayHoldOneEach() throws IOException {
    Path cpu = file("cpu.csv", "timestamp,cpu\n2024-06-01T18:00:00Z,7\n");
    Path rpm = file("rpm.csv", "timestamp,rpm\n2024-06-01T18:00:00Z,9\n");
    Metrics read = GroupMetricsFile.read(List.of(cpu, rpm), ZoneOffset.UTC);
    assertThat(read.cpu().values()).containsExactly(7.0);
    assertThat(read.rpm().values()).containsExactly(9.0);
    assertThatThrownBy(() -> GroupMetricsFile.read(List.of(cpu), ZoneOffset.UTC))
        .hasMessageContaining("no value in a column 'rpm'");
  }

  @Test
  void everyWrongCellIsNamedWithItsPlace() throws IOException {
    Path wrong =
        file(
            "m.csv",
            "timestamp,cpu,rpm\n2024-06-01T18:00:00Z,170,1\n2024-06-01T18:01:00Z,7,many\n"
                + "2024-06-01T18:02:00Z,7,1\n2024-06-01T18:02:00Z,7,1\nnoon,1,1\n");
    assertThatThrownBy(() -> GroupMetricsFile.read(List.of(wrong), ZoneOffset.UTC))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(
            "m.csv:2:22: cpu '170' is not a percentage from 0 to 100",
            "m.csv:3:24: rpm 'many' is not a number of requests per minute",
            "m.csv:5:22: a second cpu at 2024-06-01T18:02:00Z",
            "m.csv:6:1: 'noon' is not a timestamp");
    Path none = file("n.csv", "timestamp,value\n2024-06-01T18:00:00Z,1\n");
    assertThatThrownBy(() -> GroupMetricsFile.read(List.of(none), ZoneOffset.UTC))
        .hasMessageContaining("n.csv:1: no column 'cpu' and none 'rpm'");
  }
}
