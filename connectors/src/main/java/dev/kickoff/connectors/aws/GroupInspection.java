package dev.kickoff.connectors.aws;

import dev.kickoff.model.fleet.FleetDoor;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.HostMix;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A group as somebody finds it who only looks: everything that the control loop reads is read once,
 * and nothing is changed.
 *
 * @param state the group; empty where it could not be described, then nothing else was asked for
 * @param mix what its instance types count for
 * @param troubles why reading something failed, in the order in which it was asked for
 */
public record GroupInspection(
    Optional<FleetState> state, HostMix mix, List<FleetException> troubles) {
  public GroupInspection {
    troubles = List.copyOf(troubles);
  }

  /** Looks at a group through its door; never fails. */
  public static GroupInspection of(FleetDoor door, String group, InstantSource clock) {
    Look look = new Look();
    Optional<AwsCalls> open =
        look.at(
            () ->
                new AwsCalls(
                    AutoScalingClients.of(door, AutoScalingClients.CALL_TIMEOUT),
                    CallBudget.usual()));
    if (open.isEmpty()) {
      return new GroupInspection(Optional.empty(), new HostMix(Map.of()), look.troubles);
    }
    try (AwsCalls calls = open.get()) {
      GroupReading groups = new GroupReading(calls, clock);
      Optional<FleetState> state = look.at(() -> groups.state(group));
      Optional<HostMix> mix = state.flatMap(seen -> look.at(() -> groups.mix(group)));
      if (state.isPresent()) {
        look.at(() -> new ScheduledActions(calls).read(group));
        look.at(() -> new LaunchHistory(calls, groups).since(group, clock.instant()));
        look.at(() -> new SideFacts(calls).readRefreshing(group));
      }
      return new GroupInspection(state, mix.orElse(new HostMix(Map.of())), look.troubles);
    }
  }

  /** Reads, and keeps why it could not. */
  private static final class Look {
    private final List<FleetException> troubles = new ArrayList<>();

    <T> Optional<T> at(Supplier<T> read) {
      try {
        return Optional.of(read.get());
      } catch (FleetException e) {
        troubles.add(e);
        return Optional.empty();
      }
    }
  }
}
