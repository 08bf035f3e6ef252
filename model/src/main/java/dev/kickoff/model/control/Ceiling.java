package dev.kickoff.model.control;

/**
 * The most hosts that a group may have, and what bounds it.
 *
 * @param hosts not negative
 * @param whose what bounds it, in a few words
 */
public record Ceiling(int hosts, String whose) {
  /** This, or another one that is lower. */
  Ceiling or(int other, String others) {
    return other < hosts ? new Ceiling(other, others) : this;
  }
}
