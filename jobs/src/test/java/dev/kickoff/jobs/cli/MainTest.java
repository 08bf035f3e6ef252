package dev.kickoff.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.cli.option.InputOptions;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.fleet.FleetException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  /** A command that reads its inputs, or throws what the test wants. */
  @Command(name = "probe", description = "Reads what it is given.")
  private static final class Probe implements Callable<Integer> {
    @Mixin private InputOptions input = new InputOptions();

    @Option(names = "--at")
    private Instant at;

    @Option(names = "--every")
    private Duration every;

    private final RuntimeException failure;
    private MetricsRead metrics;

    Probe(RuntimeException failure) {
      this.failure = failure;
    }

    @Override
    public Integer call() {
      if (failure != null) {
        throw failure;
      }
      if (input.metricsFile().isPresent()) {
        metrics = input.readMetrics();
      }
      return ExitCode.OK.number();
    }
  }

  private int run(Probe probe, String... args) {
    return Main.commandLine(List.of(probe))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private int failing(RuntimeException failure) {
    return run(new Probe(failure), "probe");
  }

  @Test
  void printsTheVersionOnStdout() {
    int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), "--version");

    assertThat(code).isEqualTo(0);
    assertThat(out.toString()).startsWith("kickoff ");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void wantsACommand() {
    assertThat(run(new Probe(null))).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("kickoff: a command is missing\nTry 'kickoff --help'.\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void suggestsTheCommandOrOptionThatWasMeant() {
    assertThat(run(new Probe(null), "prob")).isEqualTo(2);
    assertThat(err.toString()).contains("Unmatched argument at index 0: 'prob'", "probe");

    assertThat(run(new Probe(null), "probe", "--metric=x")).isEqualTo(2);
    assertThat(err.toString()).contains("Unknown option: '--metric=x'", "--metrics");
  }

  @Test
  void readsTimesZonesAndUnitsAsPeopleWriteThem() {
    Probe probe = new Probe(null);

    int code =
        run(
            probe,
            "probe",
            "--at=2026-06-20T22:00:00+02:00",
            "--every=90m",
            "--zone=Europe/Paris",
            "--unit=count");

    assertThat(err.toString()).isEmpty();
    assertThat(code).isEqualTo(0);
    assertThat(probe.at).isEqualTo(Instant.parse("2026-06-20T20:00:00Z"));
    assertThat(probe.every).isEqualTo(Duration.ofMinutes(90));
    assertThat(probe.input.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(probe.input.unit()).isEqualTo(DemandUnit.COUNT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--at=2026-06-20T20:00:00|'2026-06-20T20:00:00' is not a time with an offset; write"
            + " 2026-06-20T20:00:00Z or +02:00",
        "--every=soon|'soon' is not a length of time above zero; write 10m, 2h, 1d or PT10M",
        "--every=0m|'0m' is not a length of time above zero; write 10m, 2h, 1d or PT10M",
        "--every=-PT5M|'-PT5M' is not a length of time above zero; write 10m, 2h, 1d or PT10M",
        "--zone=Europe/Pariss|time zone 'Europe/Pariss' is unknown; did you mean 'Europe/Paris'?",
        "--zone=paris|time zone 'paris' is unknown; did you mean 'Europe/Paris'?"
      })
  void saysWhatWouldHaveBeenRight(String option, String message) {
    assertThat(run(new Probe(null), "probe", option)).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            "kickoff: Invalid value for option '"
                + option.substring(0, option.indexOf('='))
                + "': "
                + message
                + "\nTry 'kickoff probe --help'.\n");
  }

  @ParameterizedTest
  @EnumSource(ExitCode.class)
  void endsWithTheExitCodeThatACommandAsksFor(ExitCode code) {
    assertThat(failing(new ExitException(code, "because"))).isEqualTo(code.number());
  }

  @Test
  void classifiesFailures() {
    Problem problem = new Problem(Place.of("a.csv"), ProblemKind.NO_DATA, "is empty", "fill it");

    assertThat(failing(new InputException(problem))).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("a.csv: is empty; fill it\n");
    assertThat(failing(new FleetException(FleetException.Kind.TRANSIENT, "x"))).isEqualTo(5);
    assertThat(failing(new FleetException(FleetException.Kind.REFUSED, "x"))).isEqualTo(5);
    assertThat(failing(new FleetException(FleetException.Kind.MISCONFIGURED, "x"))).isEqualTo(2);
  }

  @Test
  void showsAStackTraceOnlyWhenAskedTo() {
    assertThat(failing(new IllegalStateException("broken"))).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo(
            "kickoff: internal error: java.lang.IllegalStateException: broken"
                + " (--verbose shows where)\n");

    assertThat(run(new Probe(new IllegalStateException("broken")), "probe", "--verbose"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("\tat dev.kickoff.jobs.cli.MainTest");
  }

  @Test
  void namesRefusedLinesOnStderrAndGoesOn() throws IOException {
    StringBuilder text = new StringBuilder("timestamp,value\n");
    for (int i = 10; i < 50; i++) {
      text.append("2024-06-01T12:").append(i).append("Z,").append(i < 22 ? "x" : "1").append('\n');
    }
    Path file = Files.writeString(folder.resolve("metrics.csv"), text);
    Probe probe = new Probe(null);

    assertThat(run(probe, "probe", "--metrics", file.toString())).isEqualTo(0);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines())
        .hasSize(12)
        .startsWith(
            file + ":2:19: value 'x' is not a number; write a decimal such as 1250 or 1250.5")
        .endsWith("... 2 more", file + ": 12 lines refused: 12 not a number");
    assertThat(probe.metrics.series()).hasSize(1);
  }

  @Test
  void saysThatAFileDoesNotExist() {
    assertThat(run(new Probe(null), "probe", "--metrics=nowhere.csv")).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("nowhere.csv: does not exist; check the path\n");
  }

  @Test
  void shortensAFloodOfProblems() throws IOException {
    Path file = folder.resolve("metrics.csv");
    Files.writeString(file, "timestamp,value\n" + "yesterday,1\n".repeat(5000));

    assertThat(run(new Probe(null), "probe", "--metrics", file.toString())).isEqualTo(2);
    assertThat(err.toString().lines().count()).isLessThanOrEqualTo(110);
  }
}
