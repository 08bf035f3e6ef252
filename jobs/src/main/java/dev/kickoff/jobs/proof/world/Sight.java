package dev.kickoff.jobs.proof.world;

import dev.kickoff.model.control.ActuationIntent;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.fleet.ScaleRequest;
import dev.kickoff.model.fleet.ScheduledSize;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something that can be seen of a run from outside the controller. */
public sealed interface Sight {
  /** Seconds after the start of the run. */
  long second();

  /** Whose hand moved a group's floor. */
  enum Hand {
    /** Another program, or a person at the fleet's own console. */
    FOREIGN,
    /** The fleet's owner, carrying out its schedule. */
    SCHEDULE
  }

  /**
   * A decision was committed.
   *
   * @param known what had reached the controller
   * @param judged what it was made of
   */
  record Decided(long second, Decision decision, Known known, Judged judged) implements Sight {}

  /**
   * What a decision was made of.
   *
   * @param brain what decided it
   * @param situation what it says it saw
   * @param memory what it says it remembered
   */
  record Judged(Controller brain, Situation situation, ControlMemory memory) {}

  /**
   * The fleet's owner changed the sizes for a controller.
   *
   * @param second when it took effect
   * @param leader who asked
   * @param request what was asked
   * @param before the sizes before it
   * @param after the sizes after it
   * @param floorBefore the floor before it: desired where we release desired, else min
   */
  record Called(
      long second,
      Caller leader,
      ScaleRequest request,
      GroupSize before,
      GroupSize after,
      int floorBefore)
      implements Sight {
    /** Whether the floor is lower after it. */
    public boolean lowers() {
      return request.min() < floorBefore;
    }
  }

  /**
   * Who called, and what stood at that moment.
   *
   * @param askedAt second at which the call was made
   * @param epoch of the controller
   * @param fenced whether a newer one had taken over
   * @param intended whether an intent to just this size stood committed and unsettled
   * @param known what had reached the controller
   * @param doubt why that must not lower anything; empty when nothing speaks against it
   */
  record Caller(
      long askedAt,
      long epoch,
      boolean fenced,
      boolean intended,
      Known known,
      Optional<String> doubt) {}

  /** The fleet's own schedule, or a tag, was changed by a controller. */
  record Scheduled(long second, String what) implements Sight {}

  /**
   * Scheduled actions were written for a controller.
   *
   * @param known what had reached it
   * @param put those that stand now
   * @param deleted the names of those that do not stand any more
   */
  record Booked(long second, Known known, List<ScheduledSize> put, Set<String> deleted)
      implements Sight {}

  /** The floor was moved, not by a controller's call. */
  record Moved(long second, Hand hand, GroupSize before, GroupSize after) implements Sight {}

  /** An intent was settled. */
  record Settled(long second, ActuationIntent intent) implements Sight {}

  /** A tick's time has passed: every controller that could has ticked. */
  record Passed(long second) implements Sight {}

  /** The run is over. */
  record Ended(long second) implements Sight {}
}
