package dev.kickoff.jobs.proof.invariant.size;

import dev.kickoff.jobs.proof.fault.Fault;
import dev.kickoff.jobs.proof.world.Scene;

/**
 * Descriptions up to a minute old while somebody else moves the floor: what a raise does to it then
 * cannot be known, and is not judged.
 */
final class Unseen {
  private static final int AROUND = 120;

  private Unseen() {}

  static boolean at(Scene scene, long second) {
    return !scene.faults().isQuiet(fault -> fault == Fault.DESCRIBE_STALE, second, AROUND)
        && !scene.faults().isQuiet(fault -> fault == Fault.FOREIGN_RESET, second, AROUND);
  }
}
