package dev.kickoff.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.model.demand.DemandSeries;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsProblemsTest {
  @TempDir Path folder;
  private MetricsText metrics;

  @BeforeEach
  void nameTheFile() {
    metrics = new MetricsText(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "abc|value 'abc' is not a number; write a decimal such as 1250 or 1250.5",
        "NaN|value 'NaN' is not a number; leave the value blank where it is unknown",
        "null|value 'null' is not a number; leave the value blank where it is unknown",
        "Infinity|value 'Infinity' is not a number; write a decimal such as 1250 or 1250.5",
        "1e999|value '1e999' is not a number; write a decimal such as 1250 or 1250.5",
        "0x1F|value '0x1F' is not a number; write a decimal such as 1250 or 1250.5",
        "1d|value '1d' is not a number; write a decimal such as 1250 or 1250.5",
        "1 250|value '1 250' is not a number; write a decimal such as 1250 or 1250.5",
        "-3|value -3 is negative; demand is 0 or more; leave the value blank where it is unknown"
      })
  void refusesAValueThatIsNoDemandAndReadsOn(String value, String message) {
    MetricsRead read = metrics.read(MetricsText.minutes().replace("Z,103", "Z," + value));

    assertThat(metrics.problems(read)).containsExactly("metrics.csv:5:22: " + message);
    assertThat(read.series().get(MetricsText.WEB).known()).isEqualTo(9);
    assertThat(read.series().get(MetricsText.WEB).isPresent(3)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yesterday|'yesterday' is not a timestamp; write ISO-8601 such as 2024-06-01T18:00:00Z",
        "1717243200|'1717243200' is not a timestamp; write ISO-8601 such as 2024-06-01T18:00:00Z,"
            + " not a number",
        "''|timestamp is blank; write ISO-8601 such as 2024-06-01T18:00:00Z",
        "2024-02-30T12:00:00Z|'2024-02-30T12:00:00Z' is not a timestamp; write ISO-8601 such as"
            + " 2024-06-01T18:00:00Z",
        "2024-06-01T24:00:00Z|'2024-06-01T24:00:00Z' is not a timestamp; write ISO-8601 such as"
            + " 2024-06-01T18:00:00Z",
        "2024-06-01T1x:00:00Z|'2024-06-01T1x:00:00Z' is not a timestamp; write ISO-8601 such as"
            + " 2024-06-01T18:00:00Z",
        "0024-06-01T12:00:00Z|timestamp '0024-06-01T12:00:00Z' is out of range; years 1970 to 2199"
            + " are read",
        "2724-06-01T12:00:00Z|timestamp '2724-06-01T12:00:00Z' is out of range; years 1970 to 2199"
            + " are read"
      })
  void refusesATimestampThatNamesNoInstant(String timestamp, String message) {
    MetricsRead read =
        metrics.read(MetricsText.minutes().replace("2024-06-01T12:04:00Z", timestamp));

    assertThat(metrics.problems(read)).containsExactly("metrics.csv:6:1: " + message);
  }

  @Test
  void refusesLocalTimesThatAClockChangeSkipsOrRepeats() {
    MetricsRead read =
        metrics.read(
            """
            timestamp,value
            2024-03-31T00:00,1
            2024-03-31T01:00,2
            2024-03-31T02:00,3
            2024-03-31T03:00,4
            2024-03-31T04:00,5
            2024-10-27T01:00,6
            2024-10-27T02:00,7
            2024-10-27T02:00+01:00,8
            2024-10-27T03:00,9
            """);

    assertThat(metrics.problems(read))
        .containsExactly(
            "metrics.csv:4:1: local time 2024-03-31T02:00 does not exist in Europe/Paris, clocks go"
                + " forward then; the next one is 2024-03-31T03:00, or write an offset",
            "metrics.csv:8:1: local time 2024-10-27T02:00 exists twice in Europe/Paris, clocks go"
                + " back then; write 2024-10-27T02:00+02:00 or 2024-10-27T02:00+01:00");
    DemandSeries web = read.series().get(MetricsText.WEB);
    assertThat(web.step()).isEqualTo(Duration.ofHours(1));
    assertThat(web.at(Instant.parse("2024-03-31T01:00:00Z"))).hasValue(4);
    assertThat(web.at(Instant.parse("2024-10-27T01:00:00Z"))).hasValue(8);
    assertThat(web.at(Instant.parse("2024-10-27T00:00:00Z"))).isEmpty();
  }

  @Test
  void refusesARowBetweenTheStepsOfTheSeries() {
    MetricsRead read = metrics.read(MetricsText.minutes() + "2024-06-01T12:10:30Z,7\n");

    assertThat(metrics.problems(read))
        .containsExactly(
            "metrics.csv:12: 2024-06-01T12:10:30Z is not on the 1 min grid of web; keep to one"
                + " resolution, or bring the file to the coarser one first");
    assertThat(read.series().get(MetricsText.WEB).size()).isEqualTo(10);
  }

  @Test
  void failsOnAFileThatMixesTwoResolutions() {
    Instant start = Instant.parse("2024-06-01T00:00:00Z");
    StringBuilder coarseLast = new StringBuilder("timestamp,value\n");
    StringBuilder fineLast = new StringBuilder("timestamp,value\n");
    for (int i = 0; i < 120; i++) {
      coarseLast.append(start.plusSeconds(60L * i)).append(",1\n");
      fineLast.append(start.plusSeconds(300L * i)).append(",1\n");
    }
    for (int i = 0; i < 40; i++) {
      coarseLast.append(start.plusSeconds(7200 + 300L * i)).append(",1\n");
      fineLast.append(start.plusSeconds(36000 + 60L * i)).append(",1\n");
    }

    metrics.assertFails(
        coarseLast.toString(),
        "metrics.csv:122: rows of web are 5 min apart from here to line 161, elsewhere 1 min; split"
            + " the file there, or bring all of it to the coarser resolution first");
    metrics.assertFails(
        fineLast.toString(),
        "metrics.csv:122: rows of web are 1 min apart from here to line 161, elsewhere 5 min; split"
            + " the file there, or bring all of it to the coarser resolution first");
  }

  @Test
  void refusesARowWithAnotherNumberOfColumns() {
    MetricsRead read =
        metrics.read(MetricsText.minutes().replace("Z,102", "Z,102,9").replace("Z,106", "Z"));

    assertThat(metrics.problems(read))
        .containsExactly(
            "metrics.csv:4: 3 columns where the header has 2; quote a value that contains a comma",
            "metrics.csv:8: 1 column where the header has 2; quote a value that contains a comma");
  }

  @Test
  void refusesARowFarAwayFromTheOthers() {
    MetricsRead read = metrics.read(MetricsText.minutes() + "2042-06-01T12:10:00Z,7\n");

    assertThat(metrics.problems(read))
        .containsExactly(
            "metrics.csv:12: 2042-06-01T12:10:00Z is more than two years away from the other rows;"
                + " check the year");
  }

  @Test
  void summarisesWhatItRefusedByKind() {
    MetricsRead read =
        metrics.read(
            MetricsText.minutes()
                .replace("Z,101", "Z,x")
                .replace("Z,102", "Z,y")
                .replace("Z,103", "Z,-1"));

    assertThat(read.problems().summary("line"))
        .isEqualTo("3 lines refused: 2 not a number, 1 negative");
  }

  @Test
  void failsWhenMostLinesAreRefused() {
    metrics.assertFails(
        "timestamp,value\n2024-06-01T12:00Z,x\n2024-06-01T12:01Z,y\n2024-06-01T12:02Z,1\n",
        "metrics.csv: of 3 lines, 3 lines refused: 2 not a number, 1 without data; correct what is"
            + " named below; nothing was used",
        "metrics.csv:2:19: value 'x' is not a number; write a decimal such as 1250 or 1250.5",
        "metrics.csv:3:19: value 'y' is not a number; write a decimal such as 1250 or 1250.5",
        "metrics.csv:4: the only row of web, its resolution is unknown; give at least two rows");
  }

  @Test
  void failsOnAFileWithoutDemand() {
    metrics.assertFails("", "metrics.csv: is empty; its first line must name the columns");
    metrics.assertFails(
        "timestamp,value\n",
        "metrics.csv: holds no demand; add rows such as 2024-06-01T18:00:00Z,1250");
    metrics.assertFails(
        "timestamp,value\n2024-06-01T18:00:00Z,\n2024-06-01T18:01:00Z,\n",
        "metrics.csv: holds no demand; add rows such as 2024-06-01T18:00:00Z,1250");
  }

  @Test
  void failsOnAHeaderThatLacksAColumn() {
    metrics.assertFails(
        "timestmp,value\n1,2\n",
        "metrics.csv:1: no column 'timestamp' among 'timestmp,value'; did you mean 'timestmp'?"
            + " rename it to 'timestamp'");
    metrics.assertFails(
        "2024-06-01T18:00Z,1250\n",
        "metrics.csv:1: no column 'timestamp' among '2024-06-01t18:00z,1250'; begin the file with a"
            + " header such as timestamp,value",
        "metrics.csv:1: no column 'value' among '2024-06-01t18:00z,1250'; begin the file with a"
            + " header such as timestamp,value");
    metrics.assertFails(
        "timestamp;value\n",
        "metrics.csv:1: no column 'timestamp' among 'timestamp;value'; separate columns with"
            + " commas",
        "metrics.csv:1: no column 'value' among 'timestamp;value'; separate columns with commas");
    metrics.assertFails(
        "timestamp,value,Value\n",
        "metrics.csv:1:17: column 'value' appears twice; rename one of them");
  }

  @Test
  void failsOnAQuoteThatIsNeverClosed() {
    metrics.assertFails(
        MetricsText.minutes() + "2024-06-01T12:10:00Z,\"5\n2024-06-01T12:11:00Z,6\n",
        "metrics.csv:12: a quote is opened here and not closed, it swallows the lines after it;"
            + " close the quote, and write a quote inside a quoted value twice");
  }

  @Test
  void refusesAServiceNameThatNoTopicCouldCarry() {
    MetricsRead read =
        metrics.read(
            """
            timestamp,service,value
            2024-06-01T12:00Z,web,1
            2024-06-01T12:01Z,web,1
            2024-06-01T12:02Z,my service,1
            2024-06-01T12:02Z,,1
            """);

    assertThat(metrics.problems(read))
        .containsExactly(
            "metrics.csv:4:19: 'my service' is not a service name; use 1 to 128 letters, digits,"
                + " '.', '-' or '_'",
            "metrics.csv:5:19: '' is not a service name; use 1 to 128 letters, digits, '.', '-' or"
                + " '_'");
  }

  @Test
  void saysWhyAFileCannotBeRead() {
    assertThatThrownBy(() -> MetricsFile.read(folder, MetricsText.PARIS, MetricsText.WEB))
        .hasMessage(folder + ": is a directory; name a file in it");
    assertThatThrownBy(() -> MetricsFile.read(metrics.file(), MetricsText.PARIS, MetricsText.WEB))
        .hasMessage(metrics.file() + ": does not exist; check the path");
  }
}
