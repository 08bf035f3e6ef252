package dev.kickoff.jobs.client.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What an operator orders: a pin, a floor, a ceiling, a freeze, or to forecast only.
 *
 * @param group empty for every group
 * @param hosts for pin, floor and ceiling, 1 to 100,000; empty for the others
 * @param reason why, 10 to 500 characters
 * @param term when it holds
 */
public record Order(
    Optional<String> group, Kind kind, Optional<Integer> hosts, String reason, Term term) {

  /** The kinds of order. */
  public enum Kind {
    /** Floor and ceiling are one number. */
    PIN,
    /** Not fewer hosts. */
    FLOOR,
    /** Not more hosts. */
    CEILING,
    /** The engine changes nothing; what stands in the group's schedule still fires. */
    FREEZE,
    /** As freeze, and the group's scheduled actions are suspended too. */
    FREEZE_EVERYTHING,
    /** Nothing is scaled in. */
    FREEZE_IN,
    /** Nothing is scaled out. */
    FREEZE_OUT,
    /** Decisions are recorded and change nothing. */
    FORECAST_ONLY;

    /** As the contract writes it, such as {@code freeze-everything}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * When an order holds, in engine time; without an end for two hours.
   *
   * @param from empty for now
   * @param until empty where a length is given
   * @param length whole minutes, 1 or more; empty where an end is given
   */
  public record Term(Optional<Instant> from, Optional<Instant> until, Optional<Duration> length) {
    public Term {
      if (until.isPresent() && length.isPresent()) {
        throw new IllegalArgumentException("an order has an end or a length, not both");
      }
      if (length.filter(l -> l.compareTo(Duration.ofMinutes(1)) < 0).isPresent()) {
        throw new IllegalArgumentException("an order lasts a minute at least, not " + length.get());
      }
    }

    /** From now, for the two hours that an order without an end has. */
    public static Term usual() {
      return new Term(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** From now, for so long. */
    public static Term lasting(Duration length) {
      return new Term(Optional.empty(), Optional.empty(), Optional.of(length));
    }
  }

  /** As the contract has it. */
  public Body body() {
    return new Body()
        .with("group", group)
        .with("kind", kind.wireName())
        .with("hosts", hosts)
        .with("reason", reason)
        .with("from", term.from())
        .with("until", term.until())
        .with("minutes", term.length().map(Duration::toMinutes));
  }
}
