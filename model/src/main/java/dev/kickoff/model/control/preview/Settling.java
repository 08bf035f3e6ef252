package dev.kickoff.model.control.preview;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.ControlMemory.ForeignChange;
import dev.kickoff.model.control.ControlMemory.RememberedFloor;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.ReleaseMode;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.surroundings.Standby;
import dev.kickoff.model.control.surroundings.Surroundings;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.fleet.ScheduledSize;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a floor ends up if the present lasted: tick after tick, with a group that obeys.
 *
 * <p>The situation stays as it is, so that nothing grows stale and no plan moves on; what passes is
 * the time since the decisions of the past, by {@link #TICK} a tick. It is through when {@link
 * #CALM} ticks in a row decide the same.
 *
 * @param first the first decision
 * @param floor where the floor ends up, in hosts
 * @param after how long that takes; the longest looked ahead where it does not come to rest
 * @param last the last decision
 */
record Settling(Decision first, int floor, Duration after, Decision last) {
  static final Duration TICK = Duration.ofSeconds(15);

  /** As long as floors are remembered. */
  static final int CALM = (int) ControlMemory.WINDOW.dividedBy(TICK);

  private static final int MOST_TICKS = 4 * 60 * 6;

  static Settling of(Situation begin, ControlMemory past, Controller controller) {
    Situation situation = begin;
    ControlMemory memory = past;
    Decision first = controller.decide(situation, memory);
    Decision last = first;
    int moved = 0;
    for (int tick = 1; tick <= MOST_TICKS && tick - moved <= CALM; tick++) {
      memory = earlier(memory.after(last));
      situation = obeyed(situation, last.change().to());
      Decision next = controller.decide(situation, memory);
      moved = next.change().to() == last.change().to() ? moved : tick;
      last = next;
    }
    return new Settling(first, last.change().to(), TICK.multipliedBy(moved), last);
  }

  /**
   * The group as it is when it has done what was decided; what was scheduled has been carried out.
   */
  private static Situation obeyed(Situation s, int floor) {
    Surroundings seen = s.surroundings();
    Situation passed =
        seen.standby()
            .map(then -> s.within(seen.with(new Standby(List.of(), then.lack()))))
            .orElse(s);
    return s.settings().mode().acts()
        ? s.fleet().map(state -> passed.having(at(state, floor, s))).orElse(passed)
        : passed;
  }

  private static FleetState at(FleetState state, int floor, Situation s) {
    GroupSize size = state.size();
    boolean lets = s.settings().release() == ReleaseMode.DESIRED;
    int desired = lets ? floor : Math.max(floor, size.desired());
    return new FleetState(
        state.group(),
        state.observedAt(),
        new GroupSize(floor, Math.max(size.max(), floor), desired),
        desired,
        0,
        spread(desired, state.inServiceByZone().keySet()),
        state.condition());
  }

  /** Evenly, the first zones getting one more. */
  private static Map<String, Integer> spread(int hosts, Set<String> zones) {
    Map<String, Integer> byZone = new TreeMap<>();
    int left = zones.size();
    int rest = hosts;
    for (String zone : zones) {
      int here = -Math.floorDiv(-rest, left--);
      byZone.put(zone, here);
      rest -= here;
    }
    return zones.isEmpty() ? Map.of("all", hosts) : byZone;
  }

  /** The same memory of decisions a tick longer ago. */
  private static ControlMemory earlier(ControlMemory memory) {
    return new ControlMemory(
        memory.sequence(),
        memory.recent().stream().map(Settling::earlier).toList(),
        memory.foreign().stream()
            .map(f -> new ForeignChange(f.at().minus(TICK), f.expected(), f.found()))
            .toList(),
        memory.due().stream().map(Settling::earlier).toList(),
        memory.newestPlan());
  }

  private static RememberedFloor earlier(RememberedFloor floor) {
    return new RememberedFloor(
        floor.at().minus(TICK),
        floor.through().minus(TICK),
        floor.from(),
        floor.wanted(),
        floor.floor(),
        floor.acted(),
        floor.seen());
  }

  private static ScheduledSize earlier(ScheduledSize size) {
    return new ScheduledSize(
        size.name(), size.startAt().minus(TICK), size.min(), size.max(), size.desired());
  }
}
