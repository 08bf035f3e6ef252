package dev.kickoff.model.simulation.gate;

import java.util.List;

/**
 * How large the share of minutes may really be in which demand exceeds what was promised: a
 * one-sided 95 % upper confidence bound from whole days.
 *
 * <p>Minutes of a day are not independent (a surge that is missed is missed for an hour), so days
 * are the units. The variance of the share between days, as a ratio of totals (Cochran, Sampling
 * Techniques, 1977, 6.3), over that of independent minutes is the design effect; the minutes count
 * for as many as are left after division by it, and by the square of Student's 95 % quantile over
 * the normal one for so few days (Korn and Graubard, Survey Methodology 24, 1998). For these
 * effective minutes the bound is that of Clopper and Pearson (Biometrika 26, 1934), exact for any
 * share. The design effect is never taken below 60, as if what is exceeded once in an hour were so
 * all hour: days without any exceedance have no variance to learn it from.
 *
 * @param days that had minutes to judge
 * @param minutes judged
 * @param exceeded how many of them had more demand than promised
 * @param effectiveMinutes what they count for, of independent ones
 * @param upper the bound, 0..1; 1 with fewer than two days
 */
public record ShortfallBound(
    int days, long minutes, long exceeded, double effectiveMinutes, double upper) {
  private static final double LEAST_DESIGN_EFFECT = 60;
  private static final double NORMAL_95 = 1.6448536;
  private static final double CONFIDENCE = 0.95;
  private static final int HALVINGS = 60;

  /** The bound that these days give. */
  public static ShortfallBound of(List<DayShortfall> all) {
    List<DayShortfall> days = all.stream().filter(day -> day.minutes() > 0).toList();
    long minutes = days.stream().mapToLong(DayShortfall::minutes).sum();
    long exceeded = days.stream().mapToLong(DayShortfall::exceeded).sum();
    if (days.size() < 2) {
      return new ShortfallBound(days.size(), minutes, exceeded, 0, 1);
    }
    double effective = minutes / designEffect(days, minutes, exceeded) / fewDays(days.size());
    double share = (double) exceeded / minutes;
    double upper = clopperPearson(effective * share, effective);
    return new ShortfallBound(days.size(), minutes, exceeded, effective, upper);
  }

  /** The measured share, 0..1; 0 without any minute. */
  public double share() {
    return minutes == 0 ? 0 : (double) exceeded / minutes;
  }

  private static double designEffect(List<DayShortfall> days, long minutes, long exceeded) {
    double share = (double) exceeded / minutes;
    double squares = 0;
    for (DayShortfall day : days) {
      double rest = day.exceeded() - share * day.minutes();
      squares += rest * rest;
    }
    double count = days.size();
    double between = count / (count - 1) * squares / ((double) minutes * minutes);
    double independent = share * (1 - share) / minutes;
    double effect = independent > 0 ? between / independent : LEAST_DESIGN_EFFECT;
    return Math.min(minutes, Math.max(LEAST_DESIGN_EFFECT, effect));
  }

  /** Student's quantile over the normal one, squared (Abramowitz and Stegun, 1964, 26.7.5). */
  private static double fewDays(int days) {
    double z = NORMAL_95;
    double freedom = days - 1;
    double student =
        z
            + (Math.pow(z, 3) + z) / (4 * freedom)
            + (5 * Math.pow(z, 5) + 16 * Math.pow(z, 3) + 3 * z) / (96 * freedom * freedom);
    return student * student / (z * z);
  }

  /**
   * The share at which no more than {@code hits} of {@code trials} would come in 5 % of cases.
   *
   * @param hits not negative; counted up to a whole number, {@code trials} down
   */
  static double clopperPearson(double hits, double trials) {
    long n = (long) Math.floor(trials);
    long k = (long) Math.ceil(hits - 1e-9);
    if (k >= n) {
      return 1;
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (atMost(k, n, middle) > 1 - CONFIDENCE) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** How probable at most {@code k} hits in {@code n} trials are. */
  private static double atMost(long k, long n, double share) {
    double log = n * StrictMath.log1p(-share);
    double odds = StrictMath.log(share) - StrictMath.log1p(-share);
    double total = StrictMath.exp(log);
    for (long i = 1; i <= k; i++) {
      log += StrictMath.log((double) (n - i + 1) / i) + odds;
      total += StrictMath.exp(log);
    }
    return total;
  }
}
