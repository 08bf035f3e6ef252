package dev.kickoff.model.lab.compare;

import java.util.OptionalLong;

/**
 * What is to be said of a variant.
 *
 * @param words a sentence that gives the reason
 * @param further how many more pairs would probably decide; empty where they are not needed, or
 *     where no number would do
 */
public record Verdict(Kind kind, String words, OptionalLong further) {
  /** What can be said. */
  public enum Kind {
    /** By at least what is worth having, and no guard is broken. */
    BETTER("better"),
    /** By at least what is worth having in the wrong direction, or a guard is broken. */
    WORSE("worse"),
    /** Any difference is smaller than what is worth having. */
    NO_DIFFERENCE("no difference worth having"),
    NOT_ENOUGH_EVIDENCE("not enough evidence");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As it is said. */
    public String words() {
      return words;
    }
  }
}
