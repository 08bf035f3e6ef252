package dev.kickoff.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.LabelsRead;
import dev.kickoff.connectors.Problem;
import dev.kickoff.model.demand.DemandMask;
import dev.kickoff.model.demand.DemandMask.Kind;
import dev.kickoff.model.demand.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsFileTest {
  private static final Service WEB = new Service("web");

  @TempDir Path folder;

  private LabelsRead read(String text) {
    try {
      Path file = Files.writeString(folder.resolve("labels.csv"), text);
      return LabelsFile.read(file, ZoneOffset.UTC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> problems(LabelsRead read) {
    return read.problems().detailed().stream()
        .map(Problem::toString)
        .map(p -> p.substring(folder.toString().length() + 1))
        .toList();
  }

  @Test
  void readsLabelsAsTheyComeWithTraces() {
    LabelsRead read =
        read(
            """
            start,end,title,category
            1995-07-28T17:32:00Z,1995-08-01T04:00:00Z,not collected,gap
            1995-08-01T18:52:00Z,1995-08-03T08:36:00Z,server shut for hurricane Erin,outage
            1995-08-09T00:00:00Z,1995-08-10T00:00:00Z,NAB anomaly window,anomaly_label
            """);

    List<DemandMask> masks = read.masks().of(WEB).all();
    assertThat(masks)
        .extracting(DemandMask::kind)
        .containsExactly(Kind.OUTAGE, Kind.OUTAGE, Kind.OPERATOR);
    assertThat(masks.get(1).reason()).isEqualTo("labelled: server shut for hurricane Erin");
    assertThat(masks.get(1).knownAt()).isEqualTo(Instant.parse("1995-08-03T08:36:00Z"));
    assertThat(problems(read)).isEmpty();
  }

  @Test
  void knowsALabelFromWhenItWasAnnounced() {
    LabelsRead read =
        read(
            """
            start,end,label,category,service,announced_at
            2024-06-01T10:00Z,2024-06-01T12:00Z,k6,load_test,api,2024-05-30T00:00Z
            """);

    assertThat(read.masks().of(WEB).all()).isEmpty();
    DemandMask mask = read.masks().of(new Service("api")).all().get(0);
    assertThat(mask.kind()).isEqualTo(Kind.LOAD_TEST);
    assertThat(mask.reason()).isEqualTo("labelled: k6");
    assertThat(mask.knownAt()).isEqualTo(Instant.parse("2024-05-30T00:00:00Z"));
  }

  @Test
  void namesThePlaceOfEachBadLabelAndReadsTheOthers() {
    LabelsRead read =
        read(
            """
            start,end,service
            2024-06-01T10:00Z,2024-06-01T12:00Z,
            2024-06-02T10:00Z,2024-06-02T12:00Z,
            2024-06-03T10:00Z,2024-06-03T12:00Z,
            2024-06-01T10:00Z,2024-06-01T09:00Z,
            2024-06-01T10:00Z,noon,
            2024-06-01T10:00Z,2024-06-01T11:00Z,a b
            """);

    assertThat(read.masks().of(WEB).all()).hasSize(3);
    assertThat(problems(read))
        .containsExactly(
            "labels.csv:5:19: the label ends at 2024-06-01T09:00:00Z, not after its start"
                + " 2024-06-01T10:00:00Z; swap the two, or correct the date",
            "labels.csv:6:19: 'noon' is not a timestamp; write ISO-8601 such as"
                + " 2024-06-01T18:00:00Z",
            "labels.csv:7:37: 'a b' is not a service name; use 1 to 128 letters, digits, '.', '-'"
                + " or '_', or leave it blank for every service");
  }

  @Test
  void refusesAFileWithoutItsColumns() {
    assertThatThrownBy(() -> read("start,until\n2024-06-01T10:00Z,2024-06-01T12:00Z\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no column 'end'");
  }
}
