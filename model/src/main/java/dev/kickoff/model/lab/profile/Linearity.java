package dev.kickoff.model.lab.profile;

import java.util.Locale;

/**
 * Whether processor rises evenly with requests.
 *
 * @param linear whether a line describes it
 * @param p the chance that a linear host gives rows bent as these are, 0..1
 * @param bend how far a curve of the third degree departs from the line at most within the loads
 *     measured, in points of processor, 0 or more
 */
public record Linearity(boolean linear, double p, double bend) {
  /** Below this chance a host is called non-linear. */
  public static final double LEVEL = 0.01;

  /** A bend that nobody need act on, as a share of the points of processor that were measured. */
  static final double NEGLIGIBLE = 0.005;

  static Linearity of(double p, double bend, double cpuSpan) {
    return new Linearity(p >= LEVEL || bend < NEGLIGIBLE * cpuSpan, p, bend);
  }

  /** The same in words, as a reviewer may quote them. */
  public String words() {
    String chance = p < 0.0001 ? "below 0.0001" : String.format(Locale.ROOT, "%.4f", p);
    if (!linear) {
      return String.format(
          Locale.ROOT,
          "Processor does not rise evenly with requests: rows bent as these are would come from a"
              + " linear host with p %s, and the curve departs from the line by up to %.1f points"
              + " of processor.",
          chance,
          bend);
    }
    return p < LEVEL
        ? String.format(
            Locale.ROOT,
            "Processor rises evenly with requests: it is measurably bent (p %s), but by %.2f points"
                + " of processor at most, which changes nothing.",
            chance,
            bend)
        : "Processor rises evenly with requests: nothing in the rows speaks against a line (p "
            + chance
            + ").";
  }
}
