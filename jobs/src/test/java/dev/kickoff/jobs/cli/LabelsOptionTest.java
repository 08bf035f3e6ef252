package dev.kickoff.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What labels and signals change about a forecast, and when. */
class LabelsOptionTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant TEST_FROM = Instant.parse("2026-03-12T02:00:00Z");
  private static final Instant TEST_UNTIL = Instant.parse("2026-03-12T05:00:00Z");
  private static final String CUTOFF = "2026-03-12T07:00:00Z";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeDemand() throws IOException {
    write("tested.csv", 3, 0.01);
    write("failing.csv", 0.7, 0.6);
  }

  private void write(String name, double factor, double errors) throws IOException {
    Random random = new Random(1);
    List<String> lines = new ArrayList<>(List.of("timestamp,value,error_rate"));
    for (Instant at = START;
        at.isBefore(START.plus(Duration.ofDays(12)));
        at = at.plusSeconds(600)) {
      double day = (at.getEpochSecond() % 86_400) / 86_400.0;
      boolean test = !at.isBefore(TEST_FROM) && at.isBefore(TEST_UNTIL);
      double value = (100 + 20 * Math.sin(6.28 * day)) * (1 + 0.1 * random.nextDouble());
      lines.add(at + "," + value * (test ? factor : 1) + "," + (test ? errors : 0.01));
    }
    Files.write(folder.resolve(name), lines);
  }

  private String label(String row) throws IOException {
    String text = "start,end,title,category,announced_at\n" + row + "\n";
    return Files.writeString(folder.resolve("labels.csv"), text).toString();
  }

  private String forecast(String metrics, String... more) {
    List<String> args = new ArrayList<>(List.of("forecast", "--metrics"));
    args.add(folder.resolve(metrics).toString());
    args.addAll(List.of("--at", CUTOFF, "--horizon", "PT6H", "--resolution", "PT30M"));
    args.addAll(List.of(more));
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    int code =
        Main.run(
            new PrintWriter(out, true), new PrintWriter(err, true), args.toArray(String[]::new));
    assertThat(code).as(err.toString()).isZero();
    return out.toString();
  }

  @Test
  void aLabelKeepsALoadTestOutOfTheForecast() throws IOException {
    String labels = label(TEST_FROM + "," + TEST_UNTIL + ",k6,load_test,");

    String with = forecast("tested.csv", "--labels", labels);

    assertThat(err.toString())
        .contains("demand: 100.0 % known, 1.21 % of it masked, last reading ended 0 min ago")
        .contains("load test from 2026-03-12T02:00:00Z to 2026-03-12T05:00:00Z: labelled: k6");
    assertThat(with).isNotEqualTo(forecast("tested.csv"));
  }

  @Test
  void aLabelThatWasNotYetKnownChangesNothing() throws IOException {
    String without = forecast("tested.csv");
    String later = label(TEST_FROM + "," + TEST_UNTIL + ",k6,load_test,2026-03-12T07:00:01Z");
    assertThat(forecast("tested.csv", "--labels", later)).isEqualTo(without);
    String open = label(TEST_FROM + ",2026-03-12T08:00:00Z,k6,load_test,");
    assertThat(forecast("tested.csv", "--labels", open)).isEqualTo(without);
  }

  @Test
  void errorsWhileDemandFallsAreMasked() {
    forecast("failing.csv");

    assertThat(err.toString()).contains("outage from").contains("60 % errors, and demand fell");
  }
}
