package dev.kickoff.model.simulation.policy;

import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.fleet.ScheduledSize;
import dev.kickoff.model.simulation.Available;
import dev.kickoff.model.simulation.Contender;
import dev.kickoff.model.simulation.ReplayInput;
import dev.kickoff.model.simulation.group.SimulatedGroup;
import dev.kickoff.model.simulation.group.SizeChange;
import dev.kickoff.model.simulation.group.TargetTracking;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Sizes that a person wrote down ahead of time, beside the group's own target tracking where it has
 * one.
 *
 * <p>Each is set when it falls due, as a scheduled action of AWS is: absolutely, and with a desired
 * capacity outside the bounds brought within them. Those due before the timeline starts are set at
 * its start, in order. A ceiling below the floor is raised to it.
 */
final class ScheduledContender implements Contender {
  private final String policy;
  private final SimulatedGroup group;
  private final Deque<ScheduledSize> pending;
  private final Optional<TargetTracking> tracking;
  private String reason = "nothing was scheduled yet";

  ScheduledContender(String policy, ReplayInput input, List<ScheduledSize> schedule) {
    HostProfile profile = input.group().profile();
    this.policy = policy;
    this.group = input.groupWith(input.mostRequired(input.from(), input.from()));
    this.pending =
        new ArrayDeque<>(
            schedule.stream().sorted(Comparator.comparing(ScheduledSize::startAt)).toList());
    this.tracking = input.reactive().map(settings -> new TargetTracking(settings, profile));
  }

  @Override
  public String policy() {
    return policy;
  }

  @Override
  public SimulatedGroup group() {
    return group;
  }

  @Override
  public void observe(Instant minuteEnd, OptionalDouble requestsPerMinute) {
    while (!pending.isEmpty() && !pending.getFirst().startAt().isAfter(minuteEnd)) {
      carryOut(minuteEnd, pending.removeFirst());
    }
    if (requestsPerMinute.isPresent() && tracking.isPresent()) {
      tracking
          .get()
          .observe(group, minuteEnd, requestsPerMinute.getAsDouble())
          .ifPresent(hosts -> reason = "target tracking set " + hosts + " at " + minuteEnd);
    }
  }

  private void carryOut(Instant now, ScheduledSize due) {
    int min = due.min().orElse(group.size().min());
    int max = Math.max(min, due.max().orElse(group.size().max()));
    int desired = Math.max(min, Math.min(max, due.desired().orElse(group.size().desired())));
    group.update(
        now, new SizeChange(OptionalInt.of(min), OptionalInt.of(max), OptionalInt.of(desired)));
    reason = "scheduled by " + due.name() + " for " + due.startAt();
  }

  @Override
  public void tick(Instant now, Available available) {}

  @Override
  public String reason() {
    return reason;
  }
}
