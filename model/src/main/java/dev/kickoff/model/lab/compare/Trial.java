package dev.kickoff.model.lab.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of every variant under the same circumstances, pair by pair.
 *
 * @param variants their names, the base first; at least two
 * @param unit what a pair is
 * @param pairs what each is called, in order
 * @param outcomes of each variant, in its order, each metric's value of every pair
 */
public record Trial(
    List<String> variants, Unit unit, List<String> pairs, List<Map<Metric, double[]>> outcomes) {
  /** What a pair is. */
  public enum Unit {
    /** A draw of what nobody controls, under one load; draws are independent. */
    DRAW("draw", "draws"),
    /** A day's load, its draws averaged; days in a row resemble each other. */
    DAY("day", "days");

    private final String one;
    private final String many;

    Unit(String one, String many) {
      this.one = one;
      this.many = many;
    }

    /** So many of them in words. */
    public String count(long number) {
      return number + " " + (number == 1 ? one : many);
    }
  }

  public Trial {
    variants = List.copyOf(variants);
    pairs = List.copyOf(pairs);
    outcomes = outcomes.stream().map(Trial::copy).toList();
    if (variants.size() < 2 || outcomes.size() != variants.size()) {
      throw new IllegalArgumentException(
          "%d variants with %d outcomes".formatted(variants.size(), outcomes.size()));
    }
    for (Map<Metric, double[]> one : outcomes) {
      for (double[] values : one.values()) {
        if (values.length != pairs.size()) {
          throw new IllegalArgumentException(
              "%d values of %d pairs".formatted(values.length, pairs.size()));
        }
      }
    }
  }

  private static Map<Metric, double[]> copy(Map<Metric, double[]> outcomes) {
    Map<Metric, double[]> copy = new LinkedHashMap<>();
    outcomes.forEach((metric, values) -> copy.put(metric, values.clone()));
    return copy;
  }

  /** How many pairs there are. */
  public int size() {
    return pairs.size();
  }

  /** A metric of a variant, pair by pair; a copy. */
  public double[] values(int variant, Metric metric) {
    double[] values = outcomes.get(variant).get(metric);
    if (values == null) {
      throw new IllegalArgumentException(metric + " was not measured");
    }
    return values.clone();
  }

  /** What a variant has more of a metric than the base, pair by pair. */
  public double[] differences(int variant, Metric metric) {
    double[] base = values(0, metric);
    double[] other = values(variant, metric);
    double[] differences = new double[base.length];
    for (int i = 0; i < base.length; i++) {
      differences[i] = other[i] - base[i];
    }
    return differences;
  }
}
