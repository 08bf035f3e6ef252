package dev.kickoff.model.lab.profile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** A load test of a made-up host: what its processor and latency do is known, the rest is noise. */
final class SyntheticLoadTest {
  private static final Instant START = Instant.parse("2026-06-01T18:00:00Z");

  private final Random random;
  private final DoubleUnaryOperator cpu;
  private double noise = 1;
  private double noiseShare;
  private double outliers;
  private int rows = 120;
  private double top = 110_000;

  private SyntheticLoadTest(long seed, DoubleUnaryOperator cpu) {
    this.random = new Random(seed);
    this.cpu = cpu;
  }

  /** Two per cent idle and thirty under 40,000 requests a minute, as in the source. */
  static SyntheticLoadTest linear(long seed) {
    return new SyntheticLoadTest(seed, rpm -> 2 + 0.7 * rpm / 1_000);
  }

  static SyntheticLoadTest of(long seed, DoubleUnaryOperator cpu) {
    return new SyntheticLoadTest(seed, cpu);
  }

  SyntheticLoadTest noise(double points, double share) {
    noise = points;
    noiseShare = share;
    return this;
  }

  SyntheticLoadTest outliers(double share) {
    outliers = share;
    return this;
  }

  SyntheticLoadTest rows(int count, double highestRpm) {
    rows = count;
    top = highestRpm;
    return this;
  }

  /** Rows in any order; {@code latency} gives the milliseconds at the true processor share. */
  List<LoadTestRow> measured(DoubleUnaryOperator latency) {
    List<LoadTestRow> measured = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      double rpm = top * (i + 1) / rows;
      double real = cpu.applyAsDouble(rpm);
      double seen = real + random.nextGaussian() * (noise + noiseShare * real);
      double ms = latency.applyAsDouble(real) * (1 + 0.05 * random.nextGaussian());
      if (random.nextDouble() < outliers) {
        seen += 40 * random.nextDouble();
      }
      if (random.nextDouble() < outliers) {
        ms *= 3;
      }
      double bounded = Math.max(0, Math.min(100, seen));
      Instant at = START.plusSeconds(10L * i);
      OptionalDouble none = OptionalDouble.empty();
      measured.add(new LoadTestRow(at, rpm, bounded, OptionalDouble.of(Math.max(1, ms)), none));
    }
    Collections.shuffle(measured, random);
    return measured;
  }

  LoadTest withKneeAt(double knee) {
    return new LoadTest(measured(share -> 20 + 4 * Math.max(0, share - knee)));
  }

  LoadTest withExponentialKneeAt(double knee) {
    return new LoadTest(measured(share -> 20 * Math.exp(Math.max(0, share - knee) / 8)));
  }

  LoadTest withoutKnee() {
    return new LoadTest(measured(share -> 20));
  }

  /** Without latency, so that nothing is searched for a knee. */
  LoadTest withoutLatency() {
    OptionalDouble none = OptionalDouble.empty();
    return new LoadTest(
        measured(share -> 20).stream()
            .map(row -> new LoadTestRow(row.at(), row.rpm(), row.cpu(), none, none))
            .toList());
  }
}
