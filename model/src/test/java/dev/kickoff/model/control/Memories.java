package dev.kickoff.model.control;

import dev.kickoff.model.control.ControlMemory.ForeignChange;
import dev.kickoff.model.control.ControlMemory.RememberedFloor;
import dev.kickoff.model.control.ControlMemory.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Memories for tests, made of what they are to remember. */
public final class Memories {
  private Memories() {}

  /** One that remembers these floors, oldest first, and nothing else. */
  public static ControlMemory of(RememberedFloor... floors) {
    return new ControlMemory(
        floors.length, List.of(floors), List.of(), List.of(), Optional.empty());
  }

  /** A decision at an instant that did something, when so many hosts served as stood. */
  public static RememberedFloor floor(Instant at, int from, int wanted, int floor) {
    return new RememberedFloor(
        at, at, from, wanted, floor, true, Optional.of(new Seen(from, 400, from)));
  }

  /** The same with what others did. */
  public static ControlMemory disturbed(ControlMemory memory, ForeignChange... changes) {
    List<ForeignChange> all = new ArrayList<>(memory.foreign());
    all.addAll(List.of(changes));
    return new ControlMemory(
        memory.sequence(), memory.recent(), all, memory.due(), memory.newestPlan());
  }
}
