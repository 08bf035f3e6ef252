package dev.kickoff.jobs.control.preview;

import dev.kickoff.jobs.control.Inbox;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.capacity.CapacityPlanner;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.preview.Present;
import dev.kickoff.model.control.surroundings.Surroundings;
import java.time.Instant;
import java.util.Optional;

/**
 * One group as the topics tell of it: its inputs, and the fold over its decisions.
 *
 * <p>What only the controller sees (the group itself, its schedule, measured lead times) is taken
 * from its last decision. Thread safe.
 */
public final class PreviewGroup {
  private final GroupSettings settings;
  private final CapacityPlanner planner;
  private final Inbox inbox;
  private ControlMemory memory = ControlMemory.EMPTY;
  private Optional<Decision> last = Optional.empty();

  /**
   * @param settings as configured, before any order
   * @param inbox what is fed with the topics of its service
   */
  public PreviewGroup(GroupSettings settings, CapacityPlanner planner, Inbox inbox) {
    this.settings = settings;
    this.planner = planner;
    this.inbox = inbox;
  }

  /** The group as configured. */
  public GroupSettings settings() {
    return settings;
  }

  CapacityPlanner planner() {
    return planner;
  }

  /** Takes in the group's next decision; those of other groups are passed over. */
  public synchronized void accept(Decision decision) {
    if (decision.key().group().equals(settings.group())
        && decision.key().sequence() > memory.sequence()) {
      memory = memory.after(decision);
      last = Optional.of(decision);
    }
  }

  /** The present at {@code now}; never before the last decision. */
  Present present(Instant now) {
    Inbox.Look look;
    ControlMemory remembered;
    Optional<Decision> decided;
    synchronized (this) {
      remembered = memory;
      decided = last;
    }
    Instant at = decided.map(d -> d.key().at()).filter(now::isBefore).orElse(now);
    look = inbox.look(at);
    Surroundings seen = decided.flatMap(d -> d.inputs().surroundings()).orElse(Surroundings.CALM);
    Surroundings surroundings =
        new Surroundings(
            look.overrides().concerning(settings.group(), at),
            look.health(),
            look.trust(),
            look.far().flatMap(far -> far.method().past()),
            seen.standby(),
            seen.leadTime(),
            seen.quota());
    GroupSettings measured = settings.seen(seen.leadTime(), seen.quota());
    Situation situation =
        new Situation(
            at,
            measured,
            decided.flatMap(d -> d.inputs().fleet()),
            Optional.empty(),
            look.recent(),
            look.completeness(),
            look.calendar(),
            surroundings);
    return new Present(measured, situation, remembered, look.near(), look.far());
  }

  /** The plan as it is now; empty without any forecast. */
  Optional<CapacityPlan> plan(Instant now) {
    return present(now).plan(planner);
  }
}
