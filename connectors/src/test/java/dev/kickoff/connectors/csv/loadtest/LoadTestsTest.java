package dev.kickoff.connectors.csv.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.Problem;
import dev.kickoff.model.lab.profile.LoadTestRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTestsTest {
  private static final long START = Instant.parse("2026-06-01T18:00:00Z").getEpochSecond();
  private static final String LOCUST =
      "Timestamp,User Count,Type,Name,Requests/s,Failures/s,50%,95%,99%,Total Request Count\n";
  private static final String K6 =
      "metric_name,timestamp,metric_value,check,error,group,method,name,status,url,extra_tags\n";

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private LoadTestRead read(String text) throws IOException {
    return read(text, Optional.empty());
  }

  private LoadTestRead read(String text, Optional<Path> cpu) throws IOException {
    LoadTests.Beside beside = new LoadTests.Beside(cpu, 1, ZoneOffset.UTC);
    return LoadTests.read(file("load-test.csv", text), beside);
  }

  private Optional<Path> cpu() throws IOException {
    return Optional.of(
        file(
            "cpu.csv",
            "timestamp,cpu\n2026-06-01T17:59:00Z,1\n2026-06-01T18:00:00Z,30\n"
                + "2026-06-01T18:01:00Z,44\n2026-06-01T18:02:00Z,50\n"));
  }

  @Test
  void readsColumnsAndRowsInAnyOrderWithByteOrderMarkAndWindowsLineEnds() throws IOException {
    LoadTestRead read =
        read(
            "\uFEFFlatency_ms,cpu,Note,rpm,timestamp\r\n21.5,30,x,40000,2026-06-01T18:01:00Z\r\n"
                + ",2,,0,2026-06-01T18:00:00Z\r\n");
    assertThat(read.rows())
        .containsExactly(
            new LoadTestRow(
                Instant.parse("2026-06-01T18:01:00Z"),
                40_000,
                30,
                OptionalDouble.of(21.5),
                OptionalDouble.empty()),
            new LoadTestRow(
                Instant.parse("2026-06-01T18:00:00Z"),
                0,
                2,
                OptionalDouble.empty(),
                OptionalDouble.empty()));
    assertThat(read.notes()).singleElement().asString().endsWith("columns not read: note");
    assertThat(read.problems().isEmpty()).isTrue();
  }

  @Test
  void namesEveryRowThatItRefusesWithItsPlace() throws IOException {
    LoadTestRead read =
        read(
            "timestamp,rpm,cpu,latency_ms\n"
                + "2026-06-01T18:00:00Z,NaN,3,20\n"
                + "2026-06-01T18:00:10Z,-5,3,20\n"
                + "2026-06-01T18:00:20Z,5,133,20\n"
                + "2026-06-01T18:00:30Z,5,33,0\n"
                + "2026-06-01T18:00:40Z,5,,20\n"
                + "2026-06-01T18:00:50Z,100,10,20\n"
                + "2026-06-01T18:00:50Z,100,10,20\n"
                + "2026-06-01T18:00:50Z,100,11,20\n"
                + "2026-06-01T18:01:00Z,200,20,20\n"
                + "2026-06-01T18:01:10Z,300,30,20\n"
                + "2026-06-01T18:01:20Z,300,30,20\n"
                + "2026-06-01T18:01:30Z,300,30,20\n");
    assertThat(read.problems().detailed())
        .extracting(Problem::toString)
        .extracting(text -> text.substring(text.indexOf(".csv:") + 5, text.indexOf(';')))
        .containsExactly(
            "2:22: rpm 'NaN' is not a number",
            "3:22: rpm -5 is negative",
            "4:24: cpu 133 is above 100",
            "5:27: latency_ms is 0",
            "6:24: cpu is blank",
            "9:1: 2026-06-01T18:00:50Z was measured before, with other values");
    assertThat(read.rows()).hasSize(5);
    assertThat(read.notes()).singleElement().asString().contains("1 rows repeat another");
  }

  @Test
  void dividesTheLoadByTheHostsThatSharedIt() throws IOException {
    LoadTestRead read = read("timestamp,rpm,cpu,hosts\n2026-06-01T18:00:00Z,90000,23,3\n");
    assertThat(read.rows()).singleElement().extracting(LoadTestRow::rpm).isEqualTo(30_000.0);
  }

  @Test
  void refusesSharesWhereItNeedsPercent() {
    assertThatThrownBy(() -> read("timestamp,rpm,cpu\n2026-06-01T18:00:00Z,90000,0.3\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cpu never passes 1, so these are shares; write percent");
  }

  @Test
  void refusesFilesWithoutItsColumnsOrRows() {
    assertThatThrownBy(() -> read("timestamp,rps,cpu\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no column 'rpm'");
    assertThatThrownBy(() -> read("timestamp,rpm,cpu\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds no rows");
  }

  @Test
  void averagesLocustsHistoryOverTheWindowsOfTheProcessor() throws IOException {
    StringBuilder text = new StringBuilder(LOCUST);
    for (int i = 0; i < 125; i++) {
      int rps = i < 60 ? 500 : 1_000;
      text.append("%d,10,GET,/home,%d,0,10,90,95,7\n".formatted(START + i, rps));
      text.append(
          "%d,10,,Aggregated,%d.0,0,10,%d,40,7\n".formatted(START + i, rps, i < 60 ? 20 : 30));
    }
    LoadTestRead read = read(text.toString(), cpu());
    assertThat(read.rows()).extracting(LoadTestRow::rpm).containsExactly(30_000.0, 60_000.0);
    assertThat(read.rows()).extracting(LoadTestRow::cpu).containsExactly(30.0, 44.0);
    assertThat(read.rows())
        .extracting(row -> row.latencyMs().orElseThrow())
        .containsExactly(20.0, 30.0);
    assertThat(read.notes()).singleElement().asString().contains("2 of 4 values lie outside");
  }

  @Test
  void doesNotTakePercentilesSinceTheStartForThoseOfNow() throws IOException {
    StringBuilder text = new StringBuilder(LOCUST);
    for (int i = 0; i < 125; i++) {
      text.append("%d,10,,Aggregated,500,0,10,20,40,7\n".formatted(START + i));
    }
    LoadTestRead read = read(text.toString(), cpu());
    assertThat(read.rows()).hasSize(2).allMatch(row -> row.latencyMs().isEmpty());
    assertThat(read.notes()).anyMatch(note -> note.contains("--csv-full-history"));
  }

  @Test
  void countsThePointsOfK6AndTakesTheirP95() throws IOException {
    StringBuilder text = new StringBuilder(K6);
    for (int i = 0; i < 180; i++) {
      String at = i < 60 ? START + i + "" : (START + i) + "000";
      text.append("http_reqs,%s,1,,,,GET,h,200,u,\n".formatted(at));
      text.append("http_req_duration,%s,%d,,,,GET,h,200,u,\n".formatted(at, 1 + i % 60));
      text.append("vus,%s,17,,,,,,,,\n".formatted(at));
    }
    LoadTestRead read = read(text.toString(), cpu());
    assertThat(read.rows()).hasSize(3);
    assertThat(read.rows().get(0).rpm()).isCloseTo(60, within(1e-9));
    assertThat(read.rows().get(0).latencyMs()).hasValue(57);
  }

  @Test
  void saysWhatIsMissingForTheResultsOfTools() {
    assertThatThrownBy(() -> read(LOCUST))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("does not measure the host's processor; add --cpu FILE");
    assertThatThrownBy(() -> read("{\"metrics\":{}}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not a series; run k6 with --out csv=FILE");
    assertThatThrownBy(() -> read("Type,Name,Request Count,Failure Count,Median Response Time\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("_stats_history.csv");
  }

  @Test
  void refusesAProcessorOfAnotherTime() throws IOException {
    String text = LOCUST + (START - 90_000) + ",10,,Aggregated,500,0,10,20,40,7\n";
    Optional<Path> cpu = cpu();
    assertThatThrownBy(() -> read(text, cpu))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no whole window in common");
  }
}
