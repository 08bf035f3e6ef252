package dev.kickoff.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.connectors.Problem;
import dev.kickoff.model.demand.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/** Metrics written to a folder and read back, with places named without the folder. */
record MetricsText(Path folder) {
  static final Service WEB = new Service("web");
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  Path file() {
    return folder.resolve("metrics.csv");
  }

  MetricsRead read(String text) {
    try {
      Files.writeString(file(), text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return MetricsFile.read(file(), PARIS, WEB);
  }

  /** Ten good minutes from 12:00Z on, so that one bad line is not most of the file. */
  static String minutes() {
    StringBuilder text = new StringBuilder("timestamp,value\n");
    for (int i = 0; i < 10; i++) {
      text.append("2024-06-01T12:0").append(i).append(":00Z,").append(100 + i).append('\n');
    }
    return text.toString();
  }

  List<String> problems(MetricsRead read) {
    return read.problems().detailed().stream()
        .map(Problem::toString)
        .map(p -> p.substring(folder.toString().length() + 1))
        .toList();
  }

  void assertFails(String text, String... messages) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            InputException.class,
            e ->
                assertThat(e.getMessage().replace(folder + "/", ""))
                    .isEqualTo(String.join("\n", messages)));
  }
}
