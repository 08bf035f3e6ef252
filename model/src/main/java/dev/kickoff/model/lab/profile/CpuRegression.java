package dev.kickoff.model.lab.profile;

import dev.kickoff.model.lab.profile.fit.Regression;
import dev.kickoff.model.lab.profile.fit.RobustRegression;
import dev.kickoff.model.lab.profile.fit.SingularFitException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Regresses processor on requests, and asks whether a line is enough. */
final class CpuRegression {
  private static final int CUBIC_FROM = 8;
  private static final int QUADRATIC_FROM = 5;
  private static final double LEAST_HIT_SPREAD = 0.02;

  private final List<LoadTestRow> rows;
  private final double saturatedFrom;
  private final double[] cpu;
  private final double[] scaled;
  private final double middle;
  private final double half;

  private CpuRegression(List<LoadTestRow> rows, double saturatedFrom) {
    this.saturatedFrom = saturatedFrom;
    this.rows = rows;
    if (rows.size() < 3) {
      throw new LoadTestException(
          "the processor is full at nearly every load; begin with less load");
    }
    this.cpu = rows.stream().mapToDouble(LoadTestRow::cpu).toArray();
    double[] rpm = rows.stream().mapToDouble(LoadTestRow::rpm).toArray();
    double low = Arrays.stream(rpm).min().orElseThrow();
    double high = Arrays.stream(rpm).max().orElseThrow();
    this.middle = (low + high) / 2;
    this.half = Math.max(Double.MIN_NORMAL, (high - low) / 2);
    this.scaled = Arrays.stream(rpm).map(value -> (value - middle) / half).toArray();
  }

  /**
   * The fit of a load test.
   *
   * @throws LoadTestException where processor does not rise with requests
   */
  static CpuFit of(LoadTest test) {
    double full = Saturation.from(test);
    try {
      return new CpuRegression(test.upTo(Math.nextDown(full)), full).fit();
    } catch (SingularFitException e) {
      throw new LoadTestException(
          "nearly all rows hold one load, so nothing tells what more would do; let it rise step by"
              + " step");
    }
  }

  /**
   * The line through the rows within {@code reach} of a load; empty where they tell of none that
   * rises.
   */
  static Optional<CpuLine> near(LoadTest test, double rpm, double reach) {
    double full = Saturation.from(test);
    List<LoadTestRow> rows =
        test.upTo(Math.nextDown(full)).stream()
            .filter(row -> Math.abs(row.rpm() - rpm) <= reach)
            .toList();
    if (rows.size() < CUBIC_FROM) {
      return Optional.empty();
    }
    try {
      CpuRegression part = new CpuRegression(rows, full);
      Regression line = RobustRegression.fit(part.columns(part.hits(), 0), part.cpu);
      return Optional.of(new CpuLine(line, part.middle, part.half)).filter(CpuLine::isRising);
    } catch (SingularFitException e) {
      return Optional.empty();
    }
  }

  private CpuFit fit() {
    Optional<double[]> hits = hits();
    Regression line = RobustRegression.fit(columns(hits, 0), cpu);
    CpuLine turned = new CpuLine(line, middle, half);
    if (!turned.isRising()) {
      Estimate slope = turned.perKrpm();
      throw new LoadTestException(
          String.format(
              Locale.ROOT,
              "processor does not rise with requests (%.3g points for each 1,000 requests per"
                  + " minute, %.3g to %.3g); check that both columns are of the same host and time",
              slope.value(),
              slope.low(),
              slope.high()));
    }
    return new CpuFit(
        turned.perKrpm(),
        turned.at(0),
        line.explained(cpu),
        linearity(hits, line),
        hits.map(found -> cache(line)),
        line.outliers(),
        saturatedFrom,
        turned);
  }

  /** Deviation of the hit share from its mean, times load; empty where it says nothing. */
  private Optional<double[]> hits() {
    if (rows.stream().anyMatch(row -> row.cacheHit().isEmpty()) || rows.size() < QUADRATIC_FROM) {
      return Optional.empty();
    }
    double mean = usualHit();
    double spread = rows.stream().mapToDouble(r -> Math.abs(hit(r) - mean)).average().orElseThrow();
    double[] column =
        rows.stream().mapToDouble(row -> (hit(row) - mean) * row.rpm() / half).toArray();
    return spread > LEAST_HIT_SPREAD ? Optional.of(column) : Optional.empty();
  }

  private static double hit(LoadTestRow row) {
    return row.cacheHit().orElseThrow();
  }

  private double usualHit() {
    return rows.stream().mapToDouble(CpuRegression::hit).average().orElseThrow();
  }

  private CacheTerms cache(Regression line) {
    double mean = usualHit();
    double perKrpm = 1_000 / half;
    double slope = line.coefficient(1);
    double turn = line.coefficient(2);
    return new CacheTerms(
        Estimate.around(slope + (1 - mean) * turn, line.reach(0, 1, 1 - mean)).times(perKrpm),
        Estimate.around(slope - mean * turn, line.reach(0, 1, -mean)).times(perKrpm),
        mean);
  }

  private Optional<Linearity> linearity(Optional<double[]> hits, Regression line) {
    long loads = Arrays.stream(scaled).map(u -> Math.rint(u * 50)).distinct().count();
    int bends = rows.size() >= CUBIC_FROM && loads >= 5 ? 2 : 1;
    if (rows.size() < QUADRATIC_FROM || loads < 2 + bends) {
      return Optional.empty();
    }
    try {
      int before = 2 + (hits.isPresent() ? 1 : 0);
      Regression curve = RobustRegression.fit(columns(hits, bends), cpu);
      double bend = bend(line, curve, before);
      double p = curve.scale().exact() ? (bend < 1e-6 ? 1 : 0) : curve.pOfZero(before);
      double span = 2 * Math.abs(line.coefficient(1));
      return Optional.of(Linearity.of(p, bend, span));
    } catch (SingularFitException e) {
      return Optional.empty();
    }
  }

  private static double bend(Regression line, Regression curve, int before) {
    double most = 0;
    for (double u = -1; u <= 1; u += 0.02) {
      double away =
          curve.coefficient(0)
              - line.coefficient(0)
              + (curve.coefficient(1) - line.coefficient(1)) * u
              + curve.coefficient(before) * square(u);
      if (curve.hasColumn(before + 1)) {
        away += curve.coefficient(before + 1) * cube(u);
      }
      most = Math.max(most, Math.abs(away));
    }
    return most;
  }

  private double[][] columns(Optional<double[]> hits, int bends) {
    double[] ones = new double[cpu.length];
    Arrays.fill(ones, 1);
    List<double[]> columns = new ArrayList<>(List.of(ones, scaled));
    hits.ifPresent(columns::add);
    if (bends > 0) {
      columns.add(Arrays.stream(scaled).map(CpuRegression::square).toArray());
    }
    if (bends > 1) {
      columns.add(Arrays.stream(scaled).map(CpuRegression::cube).toArray());
    }
    return columns.toArray(double[][]::new);
  }

  /** Legendre's polynomial of the second degree. */
  private static double square(double u) {
    return (3 * u * u - 1) / 2;
  }

  /** Legendre's polynomial of the third degree. */
  private static double cube(double u) {
    return (5 * u * u * u - 3 * u) / 2;
  }
}
