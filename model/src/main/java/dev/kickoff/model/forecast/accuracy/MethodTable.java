package dev.kickoff.model.forecast.accuracy;

import dev.kickoff.model.forecast.Quantiles;
import dev.kickoff.model.forecast.accuracy.CutoffSums.Sum;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Every method's sums, cutoff by cutoff, in disjoint ranges of horizons; scores are made of them.
 */
final class MethodTable {
  private static final double LEAST_KNOWN = 0.9;
  private static final int DAY = 1;

  private final List<Duration> horizons;
  private final Optional<Double> scale;
  private final Map<String, List<List<CutoffSums>>> quiet = new LinkedHashMap<>();
  private final Map<String, List<List<CutoffSums>>> events = new LinkedHashMap<>();
  private int cutoffs;

  /**
   * @param horizons rising
   */
  MethodTable(List<Duration> horizons, Optional<Double> scale) {
    this.horizons = horizons;
    this.scale = scale;
  }

  /** What follows is from another cutoff. */
  void nextCutoff() {
    cutoffs++;
  }

  /** Where a step's sums of a method belong. */
  CutoffSums sums(String method, Duration ahead, boolean inEvent) {
    int bucket = 0;
    while (bucket < horizons.size() - 1 && ahead.compareTo(horizons.get(bucket)) >= 0) {
      bucket++;
    }
    List<List<CutoffSums>> outside = quiet.computeIfAbsent(method, name -> empty());
    List<List<CutoffSums>> inside = events.computeIfAbsent(method, name -> empty());
    List<CutoffSums> rows = (inEvent ? inside : outside).get(bucket);
    while (rows.size() < cutoffs) {
      rows.add(new CutoffSums());
    }
    return rows.get(cutoffs - 1);
  }

  private List<List<CutoffSums>> empty() {
    return IntStream.range(0, horizons.size())
        .<List<CutoffSums>>mapToObj(i -> new ArrayList<>())
        .toList();
  }

  /** A score for each method, range of horizons from the cutoff on, and place; those with steps. */
  List<MethodScore> scores() {
    List<MethodScore> scores = new ArrayList<>();
    if (cutoffs == 0) {
      return scores;
    }
    Bootstrap bootstrap = new Bootstrap(cutoffs);
    for (int h = 0; h < horizons.size(); h++) {
      for (Where where : Where.values()) {
        for (String method : quiet.keySet()) {
          List<CutoffSums> rows = rows(method, where, 0, h + 1);
          MethodScore.Cell cell = new MethodScore.Cell(horizons.get(h), where);
          score(method, cell, rows, bootstrap).ifPresent(scores::add);
        }
      }
    }
    return scores;
  }

  /** For each method, the ranges of horizons one after the other. */
  List<Reliability> reliability() {
    List<Reliability> all = new ArrayList<>();
    if (cutoffs == 0) {
      return all;
    }
    Bootstrap bootstrap = new Bootstrap(cutoffs);
    for (String method : quiet.keySet()) {
      for (int h = 0; h < horizons.size(); h++) {
        List<CutoffSums> rows = rows(method, Where.ALL, h, h + 1);
        CutoffSums whole = whole(rows);
        double demand = whole.of(Sum.DEMAND);
        List<CutoffSums> draws = bootstrap.draws(rows);
        all.add(
            new Reliability(
                method,
                h == 0 ? Duration.ZERO : horizons.get(h - 1),
                horizons.get(h),
                (int) whole.of(Sum.STEPS),
                coverage(whole, draws, 0),
                demand > 0 ? Optional.of(whole.of(Sum.WIDTH) / demand) : Optional.empty()));
      }
    }
    return all;
  }

  private List<CutoffSums> rows(String method, Where where, int from, int until) {
    List<CutoffSums> rows = new ArrayList<>();
    for (int c = 0; c < cutoffs; c++) {
      CutoffSums row = new CutoffSums();
      for (int b = from; b < until; b++) {
        if (where != Where.EVENTS) {
          at(quiet, method, b, c).ifPresent(row::add);
        }
        if (where != Where.QUIET) {
          at(events, method, b, c).ifPresent(row::add);
        }
      }
      rows.add(row);
    }
    return rows;
  }

  private static Optional<CutoffSums> at(
      Map<String, List<List<CutoffSums>>> from, String method, int bucket, int cutoff) {
    List<CutoffSums> rows = from.getOrDefault(method, List.of()).get(bucket);
    return cutoff < rows.size() ? Optional.of(rows.get(cutoff)) : Optional.empty();
  }

  private static CutoffSums whole(List<CutoffSums> rows) {
    CutoffSums whole = new CutoffSums();
    rows.forEach(whole::add);
    return whole;
  }

  private Optional<MethodScore> score(
      String method, MethodScore.Cell cell, List<CutoffSums> rows, Bootstrap bootstrap) {
    CutoffSums whole = whole(rows);
    double steps = whole.of(Sum.STEPS);
    double demand = whole.of(Sum.DEMAND);
    if (steps == 0 || demand == 0) {
      return Optional.empty();
    }
    List<CutoffSums> draws = bootstrap.draws(rows);
    Optional<Interval> ratio =
        method.equals(MethodScore.KICKOFF)
            ? Optional.empty()
            : Bootstrap.interval(
                whole, draws, sums -> sums.of(Sum.RIVAL_LOSS, 0) / sums.of(Sum.OWN_BESIDE, 0));
    return Optional.of(
        new MethodScore(
            method,
            cell,
            (int) steps,
            new MethodScore.Accuracy(
                whole.of(Sum.LOSS) / demand,
                scale.map(s -> whole.of(Sum.ERROR) / steps / s),
                whole.of(Sum.BIAS) / demand),
            coverage(whole, draws, 1),
            skill(whole),
            ratio));
  }

  private static List<Interval> coverage(CutoffSums whole, List<CutoffSums> draws, int from) {
    List<Interval> coverage = new ArrayList<>();
    for (int i = from; i < Quantiles.levels().length; i++) {
      int level = i;
      Bootstrap.interval(whole, draws, sums -> sums.of(Sum.COVERED, level) / sums.of(Sum.STEPS))
          .ifPresent(coverage::add);
    }
    return coverage;
  }

  private static Optional<Double> skill(CutoffSums whole) {
    Optional<Double> best = Optional.empty();
    double lowest = Double.POSITIVE_INFINITY;
    for (int rival = DAY; rival < CutoffSums.RIVALS; rival++) {
      double known = whole.of(Sum.RIVAL_DEMAND, rival);
      double loss = whole.of(Sum.RIVAL_LOSS, rival) / known;
      if (known > LEAST_KNOWN * whole.of(Sum.DEMAND) && loss > 0 && loss < lowest) {
        lowest = loss;
        best = Optional.of(1 - whole.of(Sum.OWN_BESIDE, rival) / known / loss);
      }
    }
    return best;
  }
}
