package dev.kickoff.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.connectors.InputException;
import dev.kickoff.model.lab.LoadCurve;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadCurveFileTest {
  @TempDir private Path folder = Path.of("");

  private static LoadCurve read(String text) {
    return LoadCurveFile.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "stdin");
  }

  @Test
  void aLoadIsReadFromAFileToTheLastBit() throws IOException {
    Path file = folder.resolve("load.csv");
    Files.writeString(file, "seconds,rpm\n0,0\n10,3333.3333333333335\n20,1e5\n");
    LoadCurve curve = LoadCurveFile.read(file);
    assertThat(curve.step()).isEqualTo(Duration.ofSeconds(10));
    assertThat(curve.values()).containsExactly(0, 3333.3333333333335, 100_000);
  }

  @Test
  void theSharesOfApisMayStandBesideTheWhole() {
    assertThat(read("home,rpm,seconds\n1,5,0\n2,6,60\n").values()).containsExactly(5, 6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|stdin: is empty; its first line must name the columns",
        "seconds,rpm/|stdin: 0 rows of load; write two rows or more",
        "seconds,rpm/0,5|stdin: 1 rows of load; write two rows or more",
        "second,rpm/0,5|stdin:1: no column 'seconds' among 'second,rpm'; did you mean 'second'? rename"
            + " it to 'seconds'",
        "seconds,rpm/0,5/10,-3|stdin:3:4: rpm -3 is negative; a load is 0 or more",
        "seconds,rpm/0,5/10,abc|stdin:3:4: rpm 'abc' is not a number; write a decimal such as 1250",
        "seconds,rpm/0,5/10,1e999|stdin:3:4: rpm '1e999' is not a number; write a decimal such as 1250",
        "seconds,rpm/0,5/10,|stdin:3:4: rpm '' is not a number; write a decimal such as 1250",
        "seconds,rpm/0,5/x,5|stdin:3:1: seconds 'x' is not a whole number from 0; count seconds from"
            + " the start",
        "seconds,rpm/5,5/10,5|stdin:2:1: second 5 is off the grid; begin at second 0",
        "seconds,rpm/0,5/10,5/25,5|stdin:4:1: second 25 is off the grid; write even steps as the"
            + " first two rows are apart, here 20",
        "seconds,rpm/0,5/0,5|stdin:3:1: second 0 is off the grid; write even steps as the"
            + " first two rows are apart, here 1",
        "seconds,rpm/0,5/10|stdin:3: 1 column where the header has 2; quote a value that contains a"
            + " comma",
      })
  void aWrongRowIsNamedWithItsPlace(String text, String message) {
    assertThatThrownBy(() -> read(text.replace("/", "\n")))
        .isInstanceOf(InputException.class)
        .message()
        .startsWith(message);
  }

  @Test
  void moreRowsThanAreReadAreRefused() {
    StringBuilder text = new StringBuilder("seconds,rpm\n");
    for (int i = 0; i <= LoadCurveFile.MOST_ROWS; i++) {
      text.append(i).append(",1\n");
    }
    assertThatThrownBy(() -> read(text.toString()))
        .hasMessage("stdin:2000002: more than 2000000 rows of load; take a longer step");
  }
}
