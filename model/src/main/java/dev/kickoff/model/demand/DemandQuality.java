package dev.kickoff.model.demand;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How far the demand of a service can be trusted, at one instant.
 *
 * @param coverage known steps over all steps from the first known one to the instant, 0..1
 * @param staleness how long ago the last known step ended; empty where none is known
 * @param maskedShare known steps that must not be learnt over known steps, 0..1
 * @param problems what is wrong now, or was accepted in the last day, in words; the latest first
 */
public record DemandQuality(
    double coverage, Optional<Duration> staleness, double maskedShare, List<String> problems) {
  private static final Duration RECENT = Duration.ofDays(1);

  public DemandQuality {
    if (!(coverage >= 0 && coverage <= 1 && maskedShare >= 0 && maskedShare <= 1)) {
      throw new IllegalArgumentException(
          "coverage " + coverage + " and masked share " + maskedShare + " must be within 0..1");
    }
    problems = List.copyOf(problems);
  }

  /**
   * The quality of a history at {@code at}, where it ends.
   *
   * @param history as it was measured, nothing hidden
   */
  public static DemandQuality of(DemandSeries history, DemandMasks masks, Instant at) {
    int first = history.firstKnown();
    int steps = Math.max(0, Math.min(history.indexOf(at), Integer.MAX_VALUE - 1)) - first;
    int known = history.known();
    BitSet hidden = masks.stepsOf(history);
    int masked = 0;
    for (int i = hidden.nextSetBit(0); i >= 0; i = hidden.nextSetBit(i + 1)) {
      masked += history.isPresent(i) ? 1 : 0;
    }
    return new DemandQuality(
        steps <= 0 ? 0 : Math.min(1, (double) known / steps),
        history.lastKnown().map(last -> Duration.between(last.plus(history.step()), at)),
        known == 0 ? 0 : (double) masked / known,
        masks.all().stream()
            .filter(mask -> mask.until().isAfter(at.minus(RECENT)))
            .sorted((a, b) -> b.until().compareTo(a.until()))
            .map(DemandQuality::inWords)
            .toList());
  }

  private static String inWords(DemandMask mask) {
    String kind = mask.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return kind + " from " + mask.from() + " to " + mask.until() + ": " + mask.reason();
  }

  /** One line such as {@code 98.2 % known, 0.3 % of it masked, last reading ended 5 min ago}. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%.1f %% known, %.2f %% of it masked, %s",
        100 * coverage,
        100 * maskedShare,
        staleness
            .map(age -> "last reading ended " + age.toMinutes() + " min ago")
            .orElse("nothing known"));
  }
}
