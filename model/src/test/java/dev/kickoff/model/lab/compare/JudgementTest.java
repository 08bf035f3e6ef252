package dev.kickoff.model.lab.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kickoff.model.lab.HostCurve;
import dev.kickoff.model.lab.compare.Hypothesis.Guard;
import dev.kickoff.model.lab.compare.Verdict.Kind;
import dev.kickoff.model.lab.shape.Stages;
import dev.kickoff.model.lab.sim.Draw;
import dev.kickoff.model.lab.sim.LabGroup;
import dev.kickoff.model.lab.sim.LabRun;
import dev.kickoff.model.lab.sim.rule.TrackingRule;
import dev.kickoff.model.lab.tune.Uncertainty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final int SEEDS = 200;
  private static final Hypothesis CHEAPER =
      new Hypothesis("cheaper", Metric.COST, false, new Margin(1, false), 0.95, List.of());

  private static double[] values(int pairs, DoubleSupplier value) {
    double[] values = new double[pairs];
    Arrays.setAll(values, i -> value.getAsDouble());
    return values;
  }

  private static Trial costs(Trial.Unit unit, double[]... costs) {
    List<String> names = IntStream.range(0, costs.length).mapToObj(i -> "v" + i).toList();
    List<String> pairs = IntStream.range(0, costs[0].length).mapToObj(i -> "" + i).toList();
    List<Map<Metric, double[]>> outcomes =
        Arrays.stream(costs).map(one -> Map.of(Metric.COST, one)).toList();
    return new Trial(names, unit, pairs, outcomes);
  }

  /** Two variants whose pairs share a part and differ by this much in the mean, and by noise. */
  private static Trial noisy(int pairs, double difference, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] base = values(pairs, () -> 100 + 10 * random.nextGaussian());
    double[] other = new double[pairs];
    Arrays.setAll(other, i -> base[i] + difference + 3 * random.nextGaussian());
    return costs(Trial.Unit.DRAW, base, other);
  }

  private static Kind kind(Trial trial, Hypothesis hypothesis, long seed) {
    return Judgement.of(trial, hypothesis, seed).get(0).verdict().kind();
  }

  @Test
  void aPolicyAgainstItselfMakesNoDifferenceUnderTheSameDraws() {
    LabGroup group = LabGroup.of(new HostCurve(2, 0.7, 50), 1, 1, 100);
    var load =
        Stages.parse("10m:30000,8m:150000").curve(Duration.ofSeconds(30), Stages.Between.RAMP);
    int none = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      List<Draw> draws =
          new Uncertainty(
                  List.of(Duration.ZERO),
                  List.of(Duration.ofMinutes(3)),
                  8,
                  Uncertainty.Errors.STANDARD,
                  seed)
              .draws(Draw.expected(Duration.ZERO, Duration.ofMinutes(3)), load.span());
      double[][] minutes = new double[2][];
      Arrays.setAll(
          minutes,
          v ->
              draws.stream()
                  .mapToDouble(d -> LabRun.play(load, group, new TrackingRule(40), d).hostMinutes())
                  .toArray());
      none += kind(costs(Trial.Unit.DRAW, minutes), CHEAPER, seed) == Kind.NO_DIFFERENCE ? 1 : 0;
    }
    assertThat(none).isEqualTo(SEEDS);
  }

  @Test
  void noiseWithoutAnEffectIsCalledNoDifferenceAndHardlyEverMore() {
    int none = 0;
    int claimed = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Kind kind = kind(noisy(200, 0, seed), CHEAPER, seed);
      none += kind == Kind.NO_DIFFERENCE ? 1 : 0;
      claimed += kind == Kind.BETTER || kind == Kind.WORSE ? 1 : 0;
    }
    assertThat(none).isGreaterThanOrEqualTo(SEEDS * 95 / 100);
    assertThat(claimed).isZero();
  }

  @Test
  void anEffectOfExactlyWhatIsWorthHavingIsClaimedAtMostAtTheStatedRate() {
    int claimed = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      claimed += kind(noisy(30, -1, seed), CHEAPER, seed) == Kind.BETTER ? 1 : 0;
    }
    // one side of 95 %: 2.5 % of the seeds, and twice the standard deviation of that count
    assertThat(claimed).isLessThanOrEqualTo(10);
  }

  @Test
  void aKnownEffectIsFoundInBothDirections() {
    int better = 0;
    int worse = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      better += kind(noisy(40, -4, seed), CHEAPER, seed) == Kind.BETTER ? 1 : 0;
      worse += kind(noisy(40, 4, seed), CHEAPER, seed) == Kind.WORSE ? 1 : 0;
    }
    assertThat(better).isGreaterThanOrEqualTo(SEEDS * 95 / 100);
    assertThat(worse).isGreaterThanOrEqualTo(SEEDS * 95 / 100);
  }

  @Test
  void fewPairsAreNotEnoughAndItSaysHowManyMoreWouldDecide() {
    double[] base = values(12, () -> 100);
    double[] other = new double[12];
    Arrays.setAll(other, i -> 97.5 + (i % 2 == 0 ? 3 : -3));
    Finding found = Judgement.of(costs(Trial.Unit.DRAW, base, other), CHEAPER, 3).get(0);
    assertThat(found.verdict().kind()).isEqualTo(Kind.NOT_ENOUGH_EVIDENCE);
    int enough = (int) found.verdict().further().orElseThrow() + 12;
    assertThat(found.verdict().words()).contains(" more would decide");
    assertThat(enough).isBetween(14, 400);

    Finding fewer = Judgement.of(noisy(3, -9, 3), CHEAPER, 3).get(0);
    assertThat(fewer.verdict().words()).isEqualTo("Only 3 draws; play 2 draws more.");
  }

  @Test
  void aBrokenGuardMakesItWorseAndAnUnsureOneLeavesItOpen() {
    SplittableRandom random = new SplittableRandom(5);
    double[] base = values(60, () -> 100 + random.nextGaussian());
    double[] other = Arrays.stream(base).map(cost -> cost - 20).toArray();
    for (double growth : new double[] {0, 2, 8}) {
      double[] minutes = values(60, () -> growth + 3 * random.nextGaussian());
      Trial trial =
          new Trial(
              List.of("a", "b"),
              Trial.Unit.DRAW,
              IntStream.range(0, 60).mapToObj(i -> "" + i).toList(),
              List.of(
                  Map.of(Metric.COST, base, Metric.OVER_KNEE_MINUTES, new double[60]),
                  Map.of(Metric.COST, other, Metric.OVER_KNEE_MINUTES, minutes)));
      Guard guard = new Guard(Metric.OVER_KNEE_MINUTES, new Margin(2, false));
      Hypothesis guarded =
          new Hypothesis("", Metric.COST, false, new Margin(1, true), 0.95, List.of(guard));
      assertThat(kind(trial, guarded, 1))
          .isEqualTo(
              growth == 0 ? Kind.BETTER : growth == 8 ? Kind.WORSE : Kind.NOT_ENOUGH_EVIDENCE);
    }
  }

  @Test
  void severalVariantsAreClaimedNoMoreOftenThanOne() {
    int claimed = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[][] costs = new double[6][];
      costs[0] = values(30, () -> 100.0);
      for (int v = 1; v < costs.length; v++) {
        costs[v] = values(30, () -> 99 + 3 * random.nextGaussian());
      }
      boolean any =
          Judgement.of(costs(Trial.Unit.DRAW, costs), CHEAPER, seed).stream()
              .anyMatch(found -> found.verdict().kind() == Kind.BETTER);
      claimed += any ? 1 : 0;
    }
    assertThat(claimed).isLessThanOrEqualTo(10);
  }

  @Test
  void theSurestIsJudgedAtTheStrictestLevel() {
    double[] base = values(40, () -> 100.0);
    SplittableRandom random = new SplittableRandom(1);
    double[] far = values(40, () -> 80 + random.nextGaussian());
    double[] near = values(40, () -> 98.5 + random.nextGaussian());
    List<Finding> found = Judgement.of(costs(Trial.Unit.DRAW, base, near, far), CHEAPER, 1);
    assertThat(found).extracting(Finding::variant).containsExactly("v1", "v2");
    assertThat(found.get(1).primary().confidence()).isEqualTo(0.975);
    assertThat(found.get(0).primary().confidence()).isEqualTo(0.95);
    assertThat(found.get(1).p()).isLessThan(found.get(0).p());
  }

  @Test
  void intervalsHoldTheTruthAsOftenAsTheySayAlsoOfSkewedFiguresAndFewPairs() {
    for (int pairs : new int[] {8, 20, 50}) {
      int held = 0;
      for (long seed = 0; seed < SEEDS; seed++) {
        SplittableRandom random = new SplittableRandom(seed * 31 + pairs);
        double[] base = values(pairs, () -> 100 + random.nextGaussian());
        double[] other =
            Arrays.stream(base).map(v -> v + 2 - Math.log(1 - random.nextDouble())).toArray();
        PairedDifference found =
            Judgement.of(costs(Trial.Unit.DRAW, base, other), CHEAPER, seed).get(0).primary();
        held += found.difference().low() <= 3 && found.difference().high() >= 3 ? 1 : 0;
      }
      assertThat(held / (double) SEEDS).as(pairs + " pairs").isBetween(0.90, 0.985);
    }
  }

  @Test
  void intervalsOfDaysHoldTheTruthAlsoWhereNeighboursAreAlike() {
    int held = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] last = {random.nextGaussian()};
      double[] other =
          values(
              60,
              () -> {
                last[0] = 0.3 * last[0] + Math.sqrt(1 - 0.09) * random.nextGaussian();
                return 105 + last[0];
              });
      double[] base = values(60, () -> 100.0);
      PairedDifference found =
          Judgement.of(costs(Trial.Unit.DAY, base, other), CHEAPER, seed).get(0).primary();
      held += found.difference().low() <= 5 && found.difference().high() >= 5 ? 1 : 0;
    }
    assertThat(held / (double) SEEDS).isBetween(0.90, 0.985);
  }

  @Test
  void veryManyPairsGiveTheIntervalOfTheirNumber() {
    Finding found = Judgement.of(noisy(9_001, -2, 8), CHEAPER, 8).get(0);
    double half = found.primary().difference().high() - found.primary().difference().value();
    assertThat(half).isCloseTo(1.96 * 3 / Math.sqrt(9_001), within(0.005));
  }

  @Test
  void theRelativeImprovementIsThatOfTheMeansAndAbsentWhereTheBaseMayHaveNone() {
    Finding found = Judgement.of(noisy(100, -80, 7), CHEAPER, 7).get(0);
    var relative = found.primary().relative().orElseThrow();
    assertThat(relative.value())
        .isCloseTo(
            (found.primary().variant() - found.primary().base()) / found.primary().base(),
            within(1e-9));
    assertThat(relative.low()).isLessThan(-0.8);
    assertThat(relative.high()).isGreaterThan(-0.82).isLessThan(-0.78);

    double[] rare = new double[40];
    rare[3] = 1;
    Trial trial = costs(Trial.Unit.DRAW, rare, new double[40]);
    assertThat(Judgement.of(trial, CHEAPER, 1).get(0).primary().relative()).isEmpty();
  }

  @Test
  void theSameSeedGivesTheSameFindingsAndOnePairNone() {
    Trial trial = noisy(30, -2, 9);
    assertThat(Judgement.of(trial, CHEAPER, 4)).isEqualTo(Judgement.of(trial, CHEAPER, 4));
    assertThatThrownBy(() -> Judgement.of(noisy(1, 0, 1), CHEAPER, 1))
        .hasMessage("a trial of 1 draw");
    List<Double> ends = new ArrayList<>();
    for (long seed : new long[] {1, 2}) {
      ends.add(Judgement.of(trial, CHEAPER, seed).get(0).primary().difference().low());
    }
    assertThat(ends.get(0)).isNotEqualTo(ends.get(1));
  }
}
