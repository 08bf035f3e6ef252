package dev.kickoff.model.simulation.group;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts the hosts in service from the desired capacity of each minute alone, independently of
 * {@link SimulatedGroup}: a port of the judge that reads the timelines of a replay.
 */
final class ServingRecount {
  private final int bootMinutes;
  private final Deque<int[]> pending = new ArrayDeque<>();
  private int ready;

  ServingRecount(int bootMinutes, int ready) {
    this.bootMinutes = bootMinutes;
    this.ready = ready;
  }

  /** The hosts that serve in a minute at whose start {@code desired} is in force. */
  int serving(int minute, int desired) {
    while (!pending.isEmpty() && pending.peekFirst()[0] <= minute) {
      ready += pending.pollFirst()[1];
    }
    int asked = ready + pending.stream().mapToInt(lot -> lot[1]).sum();
    int up = desired - asked;
    if (up > 0) {
      pending.addLast(new int[] {minute + bootMinutes, up});
    }
    while (up < 0 && !pending.isEmpty()) {
      int gone = Math.min(-up, pending.peekLast()[1]);
      up += gone;
      pending.peekLast()[1] -= gone;
      if (pending.peekLast()[1] == 0) {
        pending.removeLast();
      }
    }
    ready += Math.min(up, 0);
    return ready;
  }
}
