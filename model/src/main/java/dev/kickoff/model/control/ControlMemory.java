package dev.kickoff.model.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the controller remembers of its own decisions; a fold over them and nothing else.
 *
 * @param sequence of the last decision; 0 before the first
 * @param recent the floors decided within {@link #WINDOW}, oldest first
 */
public record ControlMemory(long sequence, List<RememberedFloor> recent) {
  /** How far back floors are remembered. */
  public static final Duration WINDOW = Duration.ofMinutes(30);

  /** The memory before the first decision. */
  public static final ControlMemory EMPTY = new ControlMemory(0, List.of());

  /**
   * A floor that was decided.
   *
   * @param from the floor that stood until then, in hosts
   * @param wanted what the plan asked for, in hosts
   * @param floor what was decided, in hosts
   */
  public record RememberedFloor(Instant at, int from, int wanted, int floor) {}

  public ControlMemory {
    recent = List.copyOf(recent);
  }

  /** This memory after one more decision. */
  public ControlMemory after(Decision decision) {
    Instant at = decision.key().at();
    Instant oldest = at.minus(WINDOW);
    List<RememberedFloor> kept = new ArrayList<>();
    for (RememberedFloor floor : recent) {
      if (!floor.at().isBefore(oldest)) {
        FloorChange change = decision.change();
        kept.add(floor);
      }
    }
    FloorChange change = decision.change();
    kept.add(new RememberedFloor(at, change.from(), change.wanted(), change.to()));
    return new ControlMemory(decision.key().sequence(), kept);
  }

  /** When the last decision was made; empty before the first. */
  public Optional<Instant> lastAt() {
    return recent.isEmpty() ? Optional.empty() : Optional.of(recent.get(recent.size() - 1).at());
  }

  /** The floor of the last decision, in hosts; empty before the first. */
  public Optional<Integer> lastFloor() {
    return recent.isEmpty() ? Optional.empty() : Optional.of(recent.get(recent.size() - 1).floor());
  }

  /** The highest floor that stood at or after {@code from}; empty when there is none. */
  public Optional<Integer> highestSince(Instant from) {
    return recent.stream()
        .filter(f -> !f.at().isBefore(from))
        .map(f -> Math.max(f.from(), f.floor()))
        .max(Integer::compare);
  }

  /** The most hosts that the plan asked for at or after {@code from}; empty when there is none. */
  public Optional<Integer> mostWantedSince(Instant from) {
    return recent.stream()
        .filter(f -> !f.at().isBefore(from))
        .map(RememberedFloor::wanted)
        .max(Integer::compare);
  }

  /** The lowest floor decided at or after {@code from}; empty when there is none. */
  public Optional<Integer> lowestSince(Instant from) {
    return recent.stream()
        .filter(f -> !f.at().isBefore(from))
        .map(RememberedFloor::floor)
        .min(Integer::compare);
  }
}
