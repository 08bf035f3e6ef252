package dev.kickoff.model.lab.profile;

import java.util.Optional;

/**
 * How many requests per minute one host may be given.
 *
 * @param rule by what it was chosen
 * @param cpu the processor share that it means, in percent
 * @param rpm requests per minute at that share; empty with {@link Rule#NONE} only
 */
public record Throughput(Rule rule, Optional<Estimate> cpu, Optional<Estimate> rpm) {
  /** What a throughput is chosen by. */
  public enum Rule {
    /** Where latency begins to climb. */
    KNEE,
    /** At the share of processor that a person gave. */
    GIVEN,
    /** At the highest load measured, all of which was answered as fast as any. */
    HIGHEST_LOAD,
    /** Nothing tells: latency was not measured, or too seldom, or rises without a knee. */
    NONE
  }

  static Throughput none() {
    return new Throughput(Rule.NONE, Optional.empty(), Optional.empty());
  }

  /** The same less a share that is kept in hand, 0 to under 1; empty where nothing is known. */
  public Optional<Double> withMargin(double margin) {
    if (!(margin >= 0 && margin < 1)) {
      throw new IllegalArgumentException("a margin of " + margin + "; it is a share from 0 to 1");
    }
    return rpm.map(found -> found.value() * (1 - margin));
  }
}
