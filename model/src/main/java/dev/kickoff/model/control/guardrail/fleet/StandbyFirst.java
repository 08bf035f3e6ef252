package dev.kickoff.model.control.guardrail.fleet;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.standby.StandbyChange;
import dev.kickoff.model.control.surroundings.Standby;
import dev.kickoff.model.fleet.ScheduledSize;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Nothing is lowered before the plan's raises stand in the fleet's own schedule: if we die after a
 * lowering, the capacity must still come.
 *
 * <p>A raise asks at least for what an action of ours has just set, or is about to: it may be
 * carried out up to two minutes late, and a description may not show it yet. For the same time
 * nothing is lowered below it: a call that is under way while the action is carried out would undo
 * the action's raise at one stroke.
 */
public final class StandbyFirst implements Guardrail {
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final Duration LATE = Duration.ofSeconds(150);

  @Override
  public String name() {
    return "standby-first";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    Optional<Standby> standby = situation.surroundings().standby();
    if (standby.isEmpty()) {
      return pass(proposed, "the fleet has no schedule of its own");
    }
    int standing = Controller.floorBefore(situation, memory);
    Optional<String> lack = standby.get().lack();
    if (lack.isPresent() && proposed < standing) {
      return hold(proposed, situation, memory, lack.get());
    }
    int due = dueNow(situation, memory);
    int least = proposed < standing ? Math.min(due, standing) : due;
    return proposed != standing && proposed < least
        ? lift(proposed, least, "a scheduled action of ours sets " + due + " about now")
        : pass(proposed, "the plan stands in the fleet's own schedule");
  }

  /** The most hosts that a scheduled action of ours sets about now; 0 without any. */
  public static int dueNow(Situation situation, ControlMemory memory) {
    Instant now = situation.now();
    Stream<ScheduledSize> soon =
        situation.surroundings().standby().stream().flatMap(s -> s.dueSoon().stream());
    return Stream.concat(memory.due().stream(), soon)
        .filter(StandbyChange::isOurs)
        .filter(size -> size.startAt().isBefore(now.plus(SOON)))
        .filter(size -> size.startAt().isAfter(now.minus(LATE)))
        .mapToInt(size -> size.min().orElse(0))
        .max()
        .orElse(0);
  }
}
