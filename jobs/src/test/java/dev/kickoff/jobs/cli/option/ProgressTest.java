package dev.kickoff.jobs.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private String[] lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toArray(String[]::new);
  }

  @Test
  void writesALineEveryTenthWhereNobodyWatches() {
    try (Progress progress = Progress.inLines("backtest", 40, err)) {
      IntStream.range(0, 40).forEach(i -> progress.step(1));
    }

    assertThat(lines()).hasSize(10).contains("backtest: 50 % (20 of 40)");
    assertThat(lines()[9]).isEqualTo("backtest: 100 % (40 of 40)");
  }

  @Test
  void writesEachTenthOnceFromSeveralThreads() {
    try (Progress progress = Progress.inLines("backtest", 1000, err)) {
      IntStream.range(0, 1000).parallel().forEach(i -> progress.step(1));
    }

    assertThat(lines()).hasSize(10);
  }

  @Test
  void saysNothingOfNoSteps() {
    Progress.inLines("backtest", 0, err).close();

    assertThat(lines()).isEmpty();
  }
}
