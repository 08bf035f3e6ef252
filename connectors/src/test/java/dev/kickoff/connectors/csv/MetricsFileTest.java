package dev.kickoff.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.DemandSignals;
import dev.kickoff.model.demand.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsFileTest {
  @TempDir Path folder;
  private MetricsText metrics;

  @BeforeEach
  void nameTheFile() {
    metrics = new MetricsText(folder);
  }

  @Test
  void readsMinutesWithoutAProblem() {
    MetricsRead read = metrics.read(MetricsText.minutes());

    DemandSeries web = read.series().get(MetricsText.WEB);
    assertThat(web.step()).isEqualTo(Duration.ofMinutes(1));
    assertThat(web.start()).isEqualTo(Instant.parse("2024-06-01T12:00:00Z"));
    assertThat(web.size()).isEqualTo(10);
    assertThat(web.value(9)).isEqualTo(109);
    assertThat(read.problems().isEmpty()).isTrue();
    assertThat(read.notes()).isEmpty();
  }

  @Test
  void keepsServicesApartAndInTheOrderOfTheFile() {
    MetricsRead read =
        metrics.read(
            """
            value,service,timestamp
            1,shop,2024-06-01T12:00:00Z
            2,api,2024-06-01T12:00:00Z
            3,shop,2024-06-01T12:01:00Z
            4,api,2024-06-01T12:05:00Z
            """);

    assertThat(read.series().keySet()).containsExactly(new Service("shop"), new Service("api"));
    assertThat(read.series().get(new Service("api")).step()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void readsByteOrderMarkWindowsLineEndsQuotesAndSpaces() throws IOException {
    String text =
        "\uFEFF\"timestamp\" , \"value\"\r\n"
            + "\"2024-06-01T12:00:00Z\", 5\r\n\r\n2024-06-01T12:01:00Z,\"6.5\"\r\n   \r\n";
    Files.write(metrics.file(), text.getBytes(StandardCharsets.UTF_8));

    MetricsRead read = MetricsFile.read(metrics.file(), MetricsText.PARIS, MetricsText.WEB);

    assertThat(metrics.problems(read)).isEmpty();
    assertThat(read.series().get(MetricsText.WEB).value(1)).isEqualTo(6.5);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-06-01T12:02:00Z",
    "2024-06-01 12:02:00Z",
    "2024-06-01T12:02Z",
    "2024-06-01T12:02:00.000Z",
    "2024-06-01T14:02:00+02:00",
    "2024-06-01T14:02:00+0200",
    "2024-06-01T14:02:00+02",
    "2024-06-01T14:02:00",
    "2024-06-01 14:02"
  })
  void readsEveryCommonWayToWriteATimestamp(String timestamp) {
    String text = MetricsText.minutes().replace("2024-06-01T12:02:00Z", timestamp);

    MetricsRead read = metrics.read(text);

    assertThat(metrics.problems(read)).isEmpty();
    assertThat(read.series().get(MetricsText.WEB).at(Instant.parse("2024-06-01T12:02:00Z")))
        .hasValue(102);
  }

  @Test
  void leavesAGapWhereARowOrAValueIsMissing() {
    MetricsRead read =
        metrics.read(
            MetricsText.minutes()
                .replace("12:03:00Z,103", "12:03:00Z,")
                .replace("2024-06-01T12:05:00Z,105\n", ""));

    DemandSeries web = read.series().get(MetricsText.WEB);
    assertThat(web.isPresent(3)).isFalse();
    assertThat(web.isPresent(5)).isFalse();
    assertThat(web.known()).isEqualTo(8);
    assertThat(metrics.problems(read)).isEmpty();
    assertThat(read.notes()).containsExactly(metrics.file() + ": 1 blank value, read as gaps");
  }

  @Test
  void acceptsAGapOfDaysAndSaysSo() {
    MetricsRead read =
        metrics.read(MetricsText.minutes() + "2024-06-05T16:00:00Z,7\n2024-06-05T16:01:00Z,8\n");

    assertThat(read.series().get(MetricsText.WEB).size()).isEqualTo(4 * 1440 + 242);
    assertThat(metrics.problems(read)).isEmpty();
    assertThat(read.notes())
        .containsExactly(
            metrics.file()
                + ": web: a gap of 4 d 3 h 51 min after 2024-06-01T12:09:00Z, left open");
  }

  @Test
  void dropsARepeatedRowAndRefusesOneThatContradicts() {
    MetricsRead read =
        metrics.read(
            MetricsText.minutes() + "2024-06-01T12:02:00Z,102\n2024-06-01T12:03:00Z,77.5\n");

    assertThat(metrics.problems(read))
        .containsExactly(
            "metrics.csv:13: 2024-06-01T12:03:00Z was 103 in line 5 and is 77.5 here; the first one"
                + " counts; remove the wrong one");
    assertThat(read.series().get(MetricsText.WEB).value(3)).isEqualTo(103);
    assertThat(read.notes())
        .containsExactly(
            metrics.file() + ": web: 1 row older than the row above, sorted by time",
            metrics.file() + ": web: 1 duplicate row dropped");
  }

  @Test
  void sortsRowsThatComeInAnyOrder() {
    MetricsRead read =
        metrics.read(
            "timestamp,value\n2024-06-01T12:02Z,3\n2024-06-01T12:00Z,1\n2024-06-01T12:01Z,2\n");

    assertThat(read.series().get(MetricsText.WEB).value(2)).isEqualTo(3);
    assertThat(read.notes())
        .containsExactly(metrics.file() + ": web: 1 row older than the row above, sorted by time");
  }

  @Test
  void namesSignalColumnsThatItDoesNotRead() {
    MetricsRead read =
        metrics.read(
            "timestamp,value,p99_ms,errors\n2024-06-01T12:00Z,1,2,3\n2024-06-01T12:01Z,1,2,3\n");

    assertThat(read.notes()).containsExactly(metrics.file() + ": columns not read: p99_ms, errors");
  }

  @Test
  void readsErrorRateAndLatencyBesideDemand() {
    MetricsRead read =
        metrics.read(
            """
            timestamp,value,error_rate,latency_ms
            2024-06-01T12:00Z,1,2,110
            2024-06-01T12:01Z,1,,120
            2024-06-01T12:02Z,1,much,130
            """);

    DemandSignals signals = read.signals().get(MetricsText.WEB);
    assertThat(signals.errorRate().orElseThrow().value(0)).isEqualTo(0.02);
    assertThat(signals.errorRate().orElseThrow().known()).isEqualTo(1);
    assertThat(signals.latencyMs().orElseThrow().value(2)).isEqualTo(130);
    assertThat(read.series().get(MetricsText.WEB).known()).isEqualTo(3);
    assertThat(read.notes())
        .containsExactly(metrics.file() + ": 1 signal values not read, taken as gaps");
  }

  @Test
  void hasNoSignalsWithoutTheirColumns() {
    MetricsRead read = metrics.read("timestamp,value\n2024-06-01T12:00Z,1\n2024-06-01T12:01Z,1\n");

    assertThat(read.signals().get(MetricsText.WEB)).isEqualTo(DemandSignals.none());
  }
}
