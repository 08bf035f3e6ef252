package dev.kickoff.model.lab.compare;

import dev.kickoff.model.lab.compare.Finding.GuardFinding;
import dev.kickoff.model.lab.compare.Finding.State;
import dev.kickoff.model.lab.compare.PairedDifference.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Judges every variant of a trial against the base.
 *
 * <p>Two one-sided tests at what is worth having: better where the whole interval of the
 * improvement is at or beyond it, worse where it is beyond its mirror, no difference where it lies
 * between. With several variants the surest is judged at the strictest level, the next at the next
 * (Holm); after one that is not sure, none is called better or worse.
 */
public final class Judgement {
  /** Fewer pairs decide nothing. */
  public static final int LEAST_PAIRS = 5;

  private final Trial trial;
  private final Hypothesis hypothesis;
  private final Resampling resampling;

  private Judgement(Trial trial, Hypothesis hypothesis, long seed) {
    this.trial = trial;
    this.hypothesis = hypothesis;
    int pairs = Math.max(2, trial.size());
    int block = trial.unit() == Trial.Unit.DAY ? Resampling.dayBlock(pairs) : 1;
    this.resampling = Resampling.of(pairs, block, seed);
  }

  /**
   * What was found of each variant but the base, in their order.
   *
   * @param seed of the draws behind the intervals
   * @throws IllegalArgumentException for a trial of less than two pairs
   */
  public static List<Finding> of(Trial trial, Hypothesis hypothesis, long seed) {
    if (trial.size() < 2) {
      throw new IllegalArgumentException("a trial of " + trial.unit().count(trial.size()));
    }
    return new Judgement(trial, hypothesis, seed).findings();
  }

  /** A variant, its sample, and the chance of as much by accident. */
  private record Candidate(Sample sample, double p) {}

  private List<Finding> findings() {
    List<Candidate> surestFirst =
        IntStream.range(1, trial.variants().size())
            .mapToObj(v -> new Sample(trial, v, resampling))
            .map(sample -> new Candidate(sample, p(sample)))
            .sorted(Comparator.comparingDouble(Candidate::p))
            .toList();
    double alpha = 1 - hypothesis.confidence();
    double corrected = 0;
    List<Finding> findings = new ArrayList<>();
    for (int rank = 0; rank < surestFirst.size(); rank++) {
      int left = surestFirst.size() - rank;
      Candidate candidate = surestFirst.get(rank);
      corrected = Math.max(corrected, Math.min(1, candidate.p() * left));
      findings.add(finding(candidate.sample(), corrected, 1 - alpha / left));
    }
    findings.sort(Comparator.comparingInt(found -> trial.variants().indexOf(found.variant())));
    return findings;
  }

  /**
   * Two-sided: the chance of an improvement, or a worsening, as far beyond what is worth having.
   */
  private double p(Sample sample) {
    Spread spread = sample.improvement(hypothesis.metric(), hypothesis.increase());
    double worth = worth();
    double better = spread.chanceAtMost(worth);
    double worse = 1 - spread.chanceAtMost(-worth);
    return Math.min(1, 2 * Math.min(better, worse));
  }

  private double worth() {
    double[] base = trial.values(0, hypothesis.metric());
    double mean = Arrays.stream(base).average().orElse(0);
    return hypothesis.smallest().of(mean);
  }

  private Finding finding(Sample sample, double p, double confidence) {
    PairedDifference primary = PairedDifference.of(sample, hypothesis.metric(), confidence);
    List<GuardFinding> guards =
        hypothesis.guards().stream().map(guard -> guard(sample, guard, confidence)).toList();
    Ruling ruling =
        new Ruling(
            trial,
            hypothesis,
            worth(),
            sample.improvement(hypothesis.metric(), hypothesis.increase()).interval(confidence));
    boolean isSure = p <= 1 - hypothesis.confidence();
    boolean isSame =
        Arrays.stream(trial.differences(sample.variant(), hypothesis.metric()))
            .allMatch(difference -> difference == 0);
    return new Finding(
        trial.variants().get(sample.variant()),
        primary,
        guards,
        p,
        isSame,
        ruling.verdict(guards, isSure));
  }

  private static GuardFinding guard(Sample sample, Hypothesis.Guard guard, double confidence) {
    PairedDifference found = PairedDifference.of(sample, guard.metric(), confidence);
    double most = guard.margin().of(found.base());
    State state =
        found.difference().high() <= most
            ? State.KEPT
            : found.difference().low() > most ? State.BROKEN : State.UNSURE;
    return new GuardFinding(guard, found, state);
  }
}
