package dev.kickoff.model.lab.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kickoff.model.lab.HostCurve;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.shape.Stages;
import dev.kickoff.model.lab.sim.AlarmSettings;
import dev.kickoff.model.lab.sim.AlarmSettings.Kind;
import dev.kickoff.model.lab.twin.fit.Estimate.Quantity;
import dev.kickoff.model.lab.twin.reality.Reality;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final Duration STEP = Duration.ofSeconds(Reality.STEP);
  private static final HostCurve HOST = new HostCurve(2, 0.7, 50);
  private static final int SEEDS = 200;

  private static double value(Calibration calibration, Quantity quantity) {
    return calibration.value(quantity).orElse(-1);
  }

  /** Two hours in which the load climbs unevenly to ten times what it was. */
  private static Truth climbing(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    HostCurve host =
        new HostCurve(1 + 3 * random.nextDouble(), 0.5 + 0.5 * random.nextDouble(), 50);
    double[] rpm = new double[720];
    double wave = 15 + 10 * random.nextDouble();
    for (int i = 0; i < rpm.length; i++) {
      double minute = i / 6.0;
      rpm[i] =
          (20_000 + 1_600 * minute)
              * (1 + 0.12 * Math.sin(minute * 2 * Math.PI / wave) + 0.02 * random.nextGaussian());
    }
    TwinSettings settings =
        Truth.settings(host, 1, 25, Duration.ofMinutes(1))
            .withBoot(Truth.minutes(3.5), 4 / 3.5)
            .withAlarm(
                AlarmSettings.of(Kind.PERIODS, Duration.ofMinutes(1)),
                Truth.settings(host, 1, 25, STEP).out().rearm(),
                Duration.ofSeconds(10L * random.nextInt(6)));
    return new Truth(settings, new LoadCurve(STEP, rpm), 0.1, seed);
  }

  @Test
  void findsTheTruthOfTwoHundredGroupsThatWerePlannedWithFiveMinutePeriods() {
    int periods = 0;
    int boots = 0;
    int slopes = 0;
    int closer = 0;
    TwinSettings planned = Truth.settings(HOST, 1, 25, Duration.ofMinutes(5));
    for (int seed = 0; seed < SEEDS; seed++) {
      Truth truth = climbing(seed);
      Calibration found = truth.calibrate(planned);
      double slope = truth.settings().group().host().cpuPerKrpm();
      periods += value(found, Quantity.ALARM_PERIOD) == 1 ? 1 : 0;
      boots += Math.abs(value(found, Quantity.BOOT_MEDIAN) - 3.5) <= 0.25 ? 1 : 0;
      slopes += Math.abs(value(found, Quantity.CPU_PER_KRPM) / slope - 1) <= 0.03 ? 1 : 0;
      boolean better =
          found.simulatedAfter().meanCpuError() < found.simulatedBefore().meanCpuError();
      closer += better ? 1 : 0;
    }
    assertThat(periods).as("seeds with the true period").isGreaterThanOrEqualTo(190);
    assertThat(boots).as("seeds with the boot within 0.25 min").isGreaterThanOrEqualTo(190);
    assertThat(slopes).as("seeds with the slope within 3 %").isGreaterThanOrEqualTo(190);
    assertThat(closer).as("seeds whose CPU is closer after").isGreaterThanOrEqualTo(190);
  }

  @Test
  void theSourcesGapOfAboutFiveMinutesIsAnAlarmOnOneMinutePeriods() {
    LoadCurve load =
        Stages.parse("10m:30000,8m:150000,22m:150000").curve(STEP, Stages.Between.ROWS).times(0.8);
    TwinSettings planned =
        Truth.settings(HOST, 2, 15, Duration.ofMinutes(5))
            .withAlarm(
                AlarmSettings.of(Kind.PERIODS, Duration.ofMinutes(5)),
                Truth.settings(HOST, 2, 15, STEP).out().rearm(),
                Duration.ofMinutes(3));
    Truth truth = new Truth(Truth.settings(HOST, 2, 15, Duration.ofMinutes(1)), load, 0.2, 7);
    Calibration found = truth.calibrate(planned);
    assertThat(found.simulatedBefore().scaleOuts().get(0).minutesLater().orElseThrow())
        .isBetween(4.0, 7.0);
    assertThat(found.sentence()).contains("earlier than simulated because its alarm looks at");
    assertThat(found.simulatedAfter().peakCpu()).isCloseTo(found.reality().peakCpu(), within(2.0));
  }

  @Test
  void aPlanThatReproducesTheLaunchesIsKept() {
    Truth truth = climbing(3);
    Calibration found = truth.calibrate(truth.settings());
    assertThat(found.after().out().alarm()).isEqualTo(truth.settings().out().alarm());
    assertThat(found.after().out().rearm()).isEqualTo(truth.settings().out().rearm());
    assertThat(found.simulatedAfter().timingError().orElseThrow()).isLessThan(1);
    assertThat(found.sentence()).contains("within half a minute of each other");
  }

  @Test
  void withoutALaunchTheAlarmAndTheBootStayAsPlannedAndSaySo() {
    LoadCurve calm = Stages.parse("20m:20000,20m:5000").curve(STEP, Stages.Between.RAMP);
    TwinSettings planned = Truth.settings(HOST, 2, 45, Duration.ofMinutes(5));
    Truth truth = new Truth(Truth.settings(new HostCurve(3, 0.9, 50), 2, 45, STEP), calm, 0.1, 1);
    Calibration found = truth.calibrate(planned);
    assertThat(found.value(Quantity.ALARM_PERIOD)).isEmpty();
    assertThat(found.value(Quantity.BOOT_MEDIAN)).isEmpty();
    assertThat(found.value(Quantity.DETECTION_DELAY)).isEmpty();
    assertThat(found.estimate(Quantity.ALARM_PERIOD).why())
        .isEqualTo("0 launches by an alarm; at least 3 are needed");
    assertThat(found.after().out()).isEqualTo(planned.out());
    assertThat(found.after().boot()).isEqualTo(planned.boot());
    assertThat(value(found, Quantity.CPU_PER_KRPM)).isCloseTo(0.9, within(0.03));
    assertThat(value(found, Quantity.IDLE_CPU)).isCloseTo(3, within(0.3));
    assertThat(found.sentence()).startsWith("No alarm launched anything in reality");
  }

  @Test
  void oneLaunchTellsTheDelayAndNothingElseOfTheAlarm() {
    LoadCurve load = Stages.parse("20m:60000,10m:60000").curve(STEP, Stages.Between.RAMP);
    Truth truth = new Truth(Truth.settings(HOST, 2, 25, Duration.ofMinutes(1)), load, 0.1, 1);
    Calibration found = truth.calibrate(Truth.settings(HOST, 2, 25, Duration.ofMinutes(5)));
    assertThat(found.reality().launches()).hasSize(1);
    assertThat(found.value(Quantity.ALARM_PERIOD)).isEmpty();
    assertThat(found.value(Quantity.COOLDOWN)).isEmpty();
    assertThat(found.estimate(Quantity.BOOT_MEDIAN).why())
        .isEqualTo("2 hosts were seen to boot; at least 3 are needed");
    assertThat(value(found, Quantity.DETECTION_DELAY)).isBetween(0.0, 1.5);
  }

  @Test
  void aConstantLoadDoesNotTellTheSlope() {
    LoadCurve flat = new LoadCurve(STEP, new double[240]);
    Truth truth = new Truth(Truth.settings(HOST, 1, 25, STEP), flat, 0.1, 1);
    Calibration found = truth.calibrate(Truth.settings(HOST, 1, 25, STEP));
    assertThat(found.value(Quantity.CPU_PER_KRPM)).isEmpty();
    assertThat(found.after().group().host()).isEqualTo(HOST);
  }
}
