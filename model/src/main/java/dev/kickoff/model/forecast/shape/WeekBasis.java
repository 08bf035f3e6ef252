package dev.kickoff.model.forecast.shape;

import dev.kickoff.model.forecast.smile.Penalties;

/**
 * Smooth terms of the local week: harmonics of the day, a level for each weekday, and what sets
 * weekends, Saturdays, Mondays and Fridays apart.
 *
 * <p>Terms of slot {@code s} at local time of day {@code t} (a share of the day): {@code cos(2 pi k
 * t)} and {@code sin(2 pi k t)} for k up to 12, alone and times the indicators of the day groups.
 * High harmonics cost more, so that the day is as smooth as the data let it be.
 */
final class WeekBasis {
  private static final int HARMONICS = 12;
  private static final double RIDGE_HOURS = 0.5;
  private static final int DAYS = 7;

  /** A group of weekdays (Monday is 0) with harmonics of its own. */
  private record Group(int from, int until, int harmonics) {}

  private static final Group[] GROUPS = {
    new Group(0, 7, HARMONICS),
    new Group(5, 7, 8),
    new Group(5, 6, 6),
    new Group(0, 1, 5),
    new Group(4, 5, 5)
  };

  private final int slots;
  private final double[][] terms;
  private final double[] costs;

  /** For a week of {@code slots} slots. */
  WeekBasis(int slots) {
    this.slots = slots;
    int size = DAYS;
    for (Group group : GROUPS) {
      size += 2 * harmonics(group);
    }
    this.costs = new double[size];
    this.terms = new double[slots][];
    for (int slot = 0; slot < slots; slot++) {
      terms[slot] = termsOf(slot);
    }
  }

  int size() {
    return costs.length;
  }

  double[] terms(int slot) {
    return terms[slot];
  }

  /** Charges for the terms, which are the first of all coefficients, times {@code scale}. */
  void charge(Penalties penalties, double scale) {
    for (int i = 0; i < costs.length; i++) {
      penalties.size(i, scale * costs[i]);
    }
  }

  /** What the terms say of each slot of the week. */
  double[] table(double[] coefficients) {
    double[] table = new double[slots];
    for (int slot = 0; slot < slots; slot++) {
      for (int i = 0; i < costs.length; i++) {
        table[slot] += terms[slot][i] * coefficients[i];
      }
    }
    return table;
  }

  private int harmonics(Group group) {
    return Math.min(group.harmonics(), slots / DAYS / 2);
  }

  private double[] termsOf(int slot) {
    double[] row = new double[costs.length];
    int day = slot * DAYS / slots;
    double angle = 2 * Math.PI * (slot + 0.5) * DAYS / slots;
    int at = 0;
    for (; at < DAYS; at++) {
      row[at] = at == day ? 1 : 0;
      costs[at] = 4 * RIDGE_HOURS;
    }
    for (Group group : GROUPS) {
      boolean within = group.from() <= day && day < group.until();
      for (int k = 1; k <= harmonics(group); k++) {
        double cost = RIDGE_HOURS * (1 + k * k / 9.0) * (group.until() - group.from() == 7 ? 1 : 3);
        costs[at] = cost;
        row[at++] = within ? Math.cos(k * angle) : 0;
        costs[at] = cost;
        row[at++] = within ? Math.sin(k * angle) : 0;
      }
    }
    return row;
  }
}
