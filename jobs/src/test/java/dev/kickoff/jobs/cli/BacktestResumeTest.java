package dev.kickoff.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestResumeTest {
  private static final String[] OPTIONS = {"--peers", "last-value", "--event-pages", "2"};

  @TempDir private Path folder;
  private SyntheticRun run;
  private Map<String, String> whole;
  private byte[] journal;

  /** A whole run, and the journal as it was just before its end. */
  @BeforeEach
  void runOnce() throws IOException {
    run = new SyntheticRun(folder);
    Path out = run.folder("whole");
    assertThat(run.backtest("whole", OPTIONS)).as(run.err()).isZero();
    whole = run.files("whole");
    assertThat(whole).doesNotContainKey("backtest.journal");
    Files.delete(out.resolve("report.html"));
    Files.createDirectory(out.resolve("report.html"));
    assertThat(run.backtest("whole", OPTIONS)).as("the report cannot be written").isNotZero();
    journal = Files.readAllBytes(out.resolve("backtest.journal"));
  }

  private void resume(byte[] left, String... more) throws IOException {
    Path out = Files.createDirectories(run.folder("killed"));
    Files.write(out.resolve("backtest.journal"), left);
    String[] options = Arrays.copyOf(OPTIONS, OPTIONS.length + more.length + 1);
    System.arraycopy(more, 0, options, OPTIONS.length, more.length);
    options[options.length - 1] = "--resume";
    assertThat(run.backtest("killed", options)).as(run.err()).isZero();
  }

  @Test
  void aRunKilledAnywhereGoesOnToTheSameBytes() throws IOException {
    Random random = new Random(3);
    for (int i = 0; i < 6; i++) {
      int length = random.nextInt(journal.length);
      resume(Arrays.copyOf(journal, length), "--parallel", String.valueOf(1 + i % 3));
      assertThat(run.files("killed")).as("cut after %d bytes", length).isEqualTo(whole);
    }
  }

  @Test
  void whatWasDoneIsNotDoneAgain() throws IOException {
    resume(journal);
    assertThat(run.err()).contains("continuing after ").doesNotContain("starting");
    assertThat(run.files("killed")).isEqualTo(whole);
    resume(Arrays.copyOf(journal, 20));
    assertThat(run.err()).contains("nothing to continue");
    assertThat(run.files("killed")).isEqualTo(whole);
  }

  @Test
  void aDamagedLineIsDoneAgain() throws IOException {
    byte[] damaged = journal.clone();
    damaged[journal.length / 2] ^= 1;
    resume(damaged);
    assertThat(run.files("killed")).isEqualTo(whole);
  }

  @Test
  void anotherRunIsRefusedAndSaysInWhatItDiffers() throws IOException {
    Files.createDirectories(run.folder("killed"));
    Path left = run.folder("killed").resolve("backtest.journal");
    Files.write(left, journal);
    int code = run.backtest("killed", "--event-pages", "2", "--every", "PT2H", "--resume");
    assertThat(code).isEqualTo(2);
    assertThat(run.err()).contains("was begun with another --every, --peers; repeat it as it was");
    run.writeMetrics("metrics.csv", 13);
    assertThat(run.backtest("killed", "--peers", "last-value", "--event-pages", "2", "--resume"))
        .isEqualTo(2);
    assertThat(run.err()).contains("was begun with another --metrics; ");
    assertThat(left).hasBinaryContent(journal);
  }

  @Test
  void bytesDoNotDependOnTheNumberOfThreads() throws IOException {
    for (String threads : new String[] {"1", "5"}) {
      String[] options = {OPTIONS[0], OPTIONS[1], OPTIONS[2], OPTIONS[3], "--parallel", threads};
      assertThat(run.backtest("with" + threads, options)).isZero();
      assertThat(run.files("with" + threads)).isEqualTo(whole);
    }
  }
}
