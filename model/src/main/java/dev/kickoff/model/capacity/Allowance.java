package dev.kickoff.model.capacity;

/**
 * How far above the expected demand a plan may go beside a group's own reactive policy.
 *
 * <p>Such a policy holds headroom of its own over the demand that is there. The plan brings forward
 * what it would ask for too late; what it adds for uncertainty stays within these shares, so that
 * both together cost little more than the policy on its own.
 *
 * @param quiet share of the median where no event is near, not negative
 * @param event share of the median in the window of an event, not negative
 */
public record Allowance(double quiet, double event) {
  /** Nothing where no event is near, a seventh of the median around events. */
  public static final Allowance STANDARD = new Allowance(0, 0.15);

  public Allowance {
    if (!(quiet >= 0) || !(event >= 0)) {
      throw new IllegalArgumentException("allowances " + quiet + ", " + event + " below zero");
    }
  }
}
