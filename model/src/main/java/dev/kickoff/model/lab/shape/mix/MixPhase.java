package dev.kickoff.model.lab.shape.mix;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A part of an event with a division of its own among the APIs.
 *
 * @param from when it begins; empty for the beginning of the load
 * @param takes how long it lasts before the division is again what it was, as after a goal; empty
 *     where it lasts until the next
 * @param over how long the change takes, both ways; zero for at once
 * @param percents what each API has of the requests; they sum to 100, an API not named has none
 */
public record MixPhase(
    String name,
    Optional<MixTime> from,
    Optional<Duration> takes,
    Duration over,
    Map<String, Double> percents) {
  private static final double WHOLE = 100;
  private static final double TOLERANCE = 0.01;

  public MixPhase {
    percents = Collections.unmodifiableMap(new LinkedHashMap<>(percents));
    double sum = 0;
    for (Map.Entry<String, Double> share : percents.entrySet()) {
      if (!(share.getValue() >= 0)) {
        throw new IllegalArgumentException(
            "phase %s gives %s %% to %s".formatted(name, share.getValue(), share.getKey()));
      }
      sum += share.getValue();
    }
    if (!(Math.abs(sum - WHOLE) <= TOLERANCE)) {
      throw new IllegalArgumentException(
          "the shares of phase %s sum to %s percent, not 100".formatted(name, sum));
    }
  }

  /** How much of the division is this phase's own, 0 to 1. */
  double weightAt(long second, EventPlace event) {
    if (from.isEmpty()) {
      return 1;
    }
    long into = second - from.get().secondOf(event);
    double in = climbed(into);
    double out = takes.map(length -> 1 - climbed(into - length.toSeconds())).orElse(1.0);
    return Math.min(in, out);
  }

  private double climbed(long into) {
    if (into < 0) {
      return 0;
    }
    return over.isZero() ? 1 : Math.min(1, into / (double) over.toSeconds());
  }

  /** What this phase gives to an API, 0 to 1. */
  double share(String api) {
    return percents.getOrDefault(api, 0.0) / WHOLE;
  }
}
