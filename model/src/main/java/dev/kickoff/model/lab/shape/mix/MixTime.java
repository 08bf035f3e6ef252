package dev.kickoff.model.lab.shape.mix;

import dev.kickoff.model.lab.shape.Written;

/**
 * A time told from an event: from its kick-off, or from its end.
 *
 * @param afterEnd whether it counts from the end
 * @param seconds later than that; negative for earlier
 */
public record MixTime(boolean afterEnd, long seconds) {
  /** Kick-off. */
  public static final MixTime KICKOFF = new MixTime(false, 0);

  /**
   * Reads {@code 23m}, {@code -30m}, {@code 0}, {@code kickoff+5m}, {@code end}, {@code end-5m}.
   *
   * @throws IllegalArgumentException saying how it is written
   */
  public static MixTime parse(String text) {
    String rest = text.strip().replaceFirst("^(kickoff|end)", "").strip();
    boolean afterEnd = text.strip().startsWith("end");
    boolean named = afterEnd || text.strip().startsWith("kickoff");
    if (rest.matches("0[smh]?") || (named && rest.isEmpty())) {
      return new MixTime(afterEnd, 0);
    }
    boolean signed = rest.startsWith("+") || rest.startsWith("-");
    if (rest.isEmpty() || (named && !signed)) {
      throw new IllegalArgumentException(
          "\"%s\" is not a time of an event; write 23m, -30m, end or end-5m".formatted(text));
    }
    long seconds = Written.duration(rest.substring(signed ? 1 : 0).strip()).toSeconds();
    return new MixTime(afterEnd, rest.startsWith("-") ? -seconds : seconds);
  }

  /** Seconds from the beginning of a load in which the event is so placed. */
  long secondOf(EventPlace event) {
    return (afterEnd ? event.endsAt() : event.kickoffAt()) + seconds;
  }
}
