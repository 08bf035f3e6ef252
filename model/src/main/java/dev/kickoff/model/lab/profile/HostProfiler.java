package dev.kickoff.model.lab.profile;

import dev.kickoff.model.lab.profile.fit.KneeSearch;
import dev.kickoff.model.lab.profile.fit.RobustRegression;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Makes the profile of a host from a load test: processor over requests, the knee of latency over
 * processor, and with both what a host may be given. The same rows give the same profile.
 */
public final class HostProfiler {
  private static final double FULL = 99.5;
  private static final double NEAR = 0.3;
  private static final double SLOWER = 1.25;
  private static final double BLUR = 0.5;

  private final OptionalDouble givenKnee;

  private HostProfiler(OptionalDouble givenKnee) {
    this.givenKnee = givenKnee;
  }

  /** Of hosts whose knee the load test must tell. */
  public static HostProfiler measuring() {
    return new HostProfiler(OptionalDouble.empty());
  }

  /**
   * Of hosts whose knee a person gives.
   *
   * @param cpu in percent, above 0 and up to 100
   */
  public static HostProfiler givenKnee(double cpu) {
    if (!(cpu > 0 && cpu <= 100)) {
      throw new LoadTestException("a knee at " + cpu + " %; give one above 0 and up to 100");
    }
    return new HostProfiler(OptionalDouble.of(cpu));
  }

  /**
   * The profile.
   *
   * @throws LoadTestException where processor does not rise with requests
   */
  public MeasuredHost profile(LoadTest test) {
    CpuFit cpu = CpuRegression.of(test);
    List<LoadTestRow> timed =
        test.rows().stream().filter(r -> r.latencyMs().isPresent() && r.cpu() < FULL).toList();
    Optional<Knee> knee = knee(timed, BLUR * cpu.line().deviation());
    boolean carriesAll = KneeSearch.isEnough(timed.size()) && isEven(timed);
    Optional<String> why = knee.isPresent() ? Optional.empty() : Optional.of(why(timed, test));
    return new MeasuredHost(test, cpu, knee, why, throughput(test, cpu, knee, carriesAll));
  }

  /** Noise of the processor itself blurs where the bend is, by half of it. */
  private static Optional<Knee> knee(List<LoadTestRow> timed, double blur) {
    double[] cpu = timed.stream().mapToDouble(LoadTestRow::cpu).toArray();
    double[] latency = timed.stream().mapToDouble(r -> r.latencyMs().orElseThrow()).toArray();
    return KneeSearch.isEnough(cpu.length)
        ? KneeSearch.find(cpu, latency)
            .map(bend -> new Knee(blurred(bend, blur), bend.value(), bend.climb()))
        : Optional.empty();
  }

  private static Estimate blurred(KneeSearch.Bend bend, double blur) {
    double below = Math.hypot(bend.x() - bend.low(), blur);
    double above = Math.hypot(bend.high() - bend.x(), blur);
    return new Estimate(bend.x(), Math.max(0, bend.x() - below), Math.min(100, bend.x() + above));
  }

  private static String why(List<LoadTestRow> timed, LoadTest test) {
    if (timed.isEmpty()) {
      return "Latency was not measured, so nothing tells where it would climb.";
    }
    if (!KneeSearch.isEnough(timed.size())) {
      return "%d rows with latency are too few to tell a knee; measure at ten loads and more."
          .formatted(timed.size());
    }
    return String.format(
        Locale.ROOT,
        isEven(timed)
            ? "Latency climbs nowhere within what was measured: there is no knee up to %.0f %% of"
                + " processor. Where it is would need a test with more load."
            : "Latency rises up to the %.0f %% of processor that were measured, but shows no knee"
                + " that could be told from noise; measure at more loads.",
        test.highestCpu());
  }

  /** Whether the busiest tenth was answered about as fast as the idler half. */
  private static boolean isEven(List<LoadTestRow> timed) {
    double[] latency =
        timed.stream()
            .sorted(Comparator.comparingDouble(LoadTestRow::cpu))
            .mapToDouble(row -> row.latencyMs().orElseThrow())
            .toArray();
    int busiest = Math.max(3, latency.length / 10);
    double usual = RobustRegression.median(Arrays.copyOf(latency, latency.length / 2));
    double high =
        RobustRegression.median(
            Arrays.copyOfRange(latency, latency.length - busiest, latency.length));
    return high <= SLOWER * usual;
  }

  private Throughput throughput(
      LoadTest test, CpuFit fit, Optional<Knee> knee, boolean carriesAll) {
    if (givenKnee.isPresent()) {
      Estimate given = Estimate.around(givenKnee.getAsDouble(), 0);
      return at(Throughput.Rule.GIVEN, given, test, fit);
    }
    if (knee.isPresent()) {
      return at(Throughput.Rule.KNEE, knee.get().cpu(), test, fit);
    }
    return carriesAll
        ? at(Throughput.Rule.HIGHEST_LOAD, Estimate.around(test.highestCpu(), 0), test, fit)
        : Throughput.none();
  }

  /** On a host that is not linear the line through the loads near by is turned round. */
  private static Throughput at(Throughput.Rule rule, Estimate cpu, LoadTest test, CpuFit fit) {
    Estimate rpm = fit.line().rpmAt(cpu);
    boolean linear = fit.linearity().map(Linearity::linear).orElse(true);
    if (!linear) {
      double reach = NEAR * test.highestRpm();
      rpm = CpuRegression.near(test, rpm.value(), reach).map(line -> line.rpmAt(cpu)).orElse(rpm);
    }
    return rpm.value() > 0
        ? new Throughput(rule, Optional.of(cpu), Optional.of(rpm))
        : Throughput.none();
  }
}
