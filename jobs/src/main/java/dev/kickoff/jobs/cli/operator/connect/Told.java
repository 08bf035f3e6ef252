package dev.kickoff.jobs.cli.operator.connect;

import dev.kickoff.jobs.client.document.StandingOverride;

/** What became of an order, for a person: what holds, until when, and how to take it back. */
public final class Told {
  private Told() {}

  /** Three lines. */
  public static String ordered(StandingOverride order, Times times) {
    String id = Plain.text(order.id());
    return Plain.text(order.what().inWords())
        + (order.state().equals("pending")
            ? " from " + times.both(order.term().from())
            : " is in force")
        + ", ordered by "
        + Plain.text(order.author())
        + "\nends: "
        + times.both(order.term().until())
        + " engine time; earlier: kickoff override end "
        + id
        + undo(order, times);
  }

  /** Two lines. */
  public static String ended(StandingOverride order, Times times) {
    return Plain.text(order.what().inWords())
        + " has ended; what it held is let go by the ramp"
        + undo(order, times);
  }

  private static String undo(StandingOverride order, Times times) {
    return order
        .undoableUntil()
        .map(
            until ->
                "\nundo: kickoff override undo "
                    + Plain.text(order.id())
                    + " (until "
                    + times.both(until)
                    + " by the wall clock)")
        .orElse("");
  }
}
