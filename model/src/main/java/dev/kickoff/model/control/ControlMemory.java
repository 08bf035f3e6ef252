package dev.kickoff.model.control;

import dev.kickoff.model.capacity.PlanBasis;
import dev.kickoff.model.control.surroundings.Standby;
import dev.kickoff.model.control.surroundings.Surroundings;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.ScheduledSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What the controller remembers of its own decisions; a fold over them and nothing else.
 *
 * @param sequence of the last decision; 0 before the first
 * @param recent the floors decided within {@link #WINDOW}, oldest first; decisions alike in a row
 *     are one
 * @param foreign changes of the group by others within {@link #WINDOW}, oldest first
 * @param due scheduled actions that fell due within the last ten minutes, or will soon
 * @param newestPlan when the newest forecast behind any plan so far was issued; empty without one
 */
public record ControlMemory(
    long sequence,
    List<RememberedFloor> recent,
    List<ForeignChange> foreign,
    List<ScheduledSize> due,
    Optional<Instant> newestPlan) {
  /** How far back floors are remembered. */
  public static final Duration WINDOW = Duration.ofMinutes(75);

  private static final Duration DUE_KEPT = Duration.ofMinutes(10);
  private static final Duration ECHO = Duration.ofSeconds(45);

  /** The memory before the first decision. */
  public static final ControlMemory EMPTY =
      new ControlMemory(0, List.of(), List.of(), List.of(), Optional.empty());

  /**
   * A floor that was decided, once or several times in a row.
   *
   * @param at the first of the decisions
   * @param through the last of them
   * @param from the floor that stood until then, in hosts
   * @param wanted what the plan asked for, in hosts
   * @param floor what was decided, in hosts
   * @param acted whether the decision was to reach the fleet
   * @param seen the group as it was seen; empty when it could not be read
   */
  public record RememberedFloor(
      Instant at,
      Instant through,
      int from,
      int wanted,
      int floor,
      boolean acted,
      Optional<Seen> seen) {
    private boolean isLike(RememberedFloor other) {
      return from == other.from
          && wanted == other.wanted
          && floor == other.floor
          && acted == other.acted
          && seen.equals(other.seen);
    }

    private RememberedFloor lastingUntil(Instant end) {
      return new RememberedFloor(at, end, from, wanted, floor, acted, seen);
    }
  }

  /** The sizes of a group and the hosts that served, as a tick saw them. */
  public record Seen(int min, int max, int inService) {
    static Seen of(FleetState state) {
      return new Seen(state.size().min(), state.size().max(), state.inService());
    }
  }

  /**
   * A floor that nobody of ours set.
   *
   * @param at the tick that saw it first
   * @param expected the floor that should have stood, in hosts
   * @param found the floor that stood, in hosts
   */
  public record ForeignChange(Instant at, int expected, int found) {
    /** Whether less stood than should have. */
    public boolean isLower() {
      return found < expected;
    }
  }

  public ControlMemory {
    recent = List.copyOf(recent);
    foreign = List.copyOf(foreign);
    due = List.copyOf(due);
  }

  /** This memory after one more decision. */
  public ControlMemory after(Decision decision) {
    Instant at = decision.key().at();
    Instant oldest = at.minus(WINDOW);
    Optional<FleetState> fleet = decision.inputs().fleet();
    List<ForeignChange> others =
        Stream.concat(foreign.stream(), foreignChange(at, fleet).stream())
            .filter(change -> !change.at().isBefore(oldest))
            .toList();
    Optional<Instant> issued = decision.inputs().plan().flatMap(PlanBasis::nearIssuedAt);
    Optional<Instant> newest =
        Stream.concat(newestPlan.stream(), issued.stream()).max(Instant::compareTo);
    return new ControlMemory(
        decision.key().sequence(), floorsAfter(decision), others, dueAfter(decision), newest);
  }

  private List<RememberedFloor> floorsAfter(Decision decision) {
    Instant at = decision.key().at();
    FloorChange change = decision.change();
    RememberedFloor floor =
        new RememberedFloor(
            at,
            at,
            change.from(),
            change.wanted(),
            change.to(),
            decision.mode().acts(),
            decision.inputs().fleet().map(Seen::of));
    if (!recent.isEmpty() && last().isLike(floor) && !last().at().isBefore(at.minus(WINDOW))) {
      List<RememberedFloor> same = new ArrayList<>(recent);
      same.set(same.size() - 1, last().lastingUntil(at));
      return same;
    }
    List<RememberedFloor> kept = new ArrayList<>();
    for (RememberedFloor earlier : recent) {
      if (!earlier.through().isBefore(at.minus(WINDOW))) {
        kept.add(earlier);
      }
    }
    kept.add(floor);
    return kept;
  }

  private List<ScheduledSize> dueAfter(Decision decision) {
    Instant oldest = decision.key().at().minus(DUE_KEPT);
    List<ScheduledSize> soon =
        decision
            .inputs()
            .surroundings()
            .flatMap(Surroundings::standby)
            .map(Standby::dueSoon)
            .orElse(List.of());
    if (due.isEmpty() && soon.isEmpty()) {
      return due;
    }
    return Stream.concat(
            due.stream().filter(d -> soon.stream().noneMatch(s -> s.name().equals(d.name()))),
            soon.stream())
        .filter(size -> size.startAt().isAfter(oldest))
        .toList();
  }

  /**
   * What of a group as seen at {@code now} was set by nobody of ours; empty when all is as decided,
   * as it stood just before, or as a scheduled action set it.
   */
  public Optional<ForeignChange> foreignChange(Instant now, Optional<FleetState> fleet) {
    if (fleet.isEmpty() || recent.isEmpty() || !last().acted()) {
      return Optional.empty();
    }
    int found = fleet.get().size().min();
    int expected = last().floor();
    boolean ours =
        found == expected
            || last().seen().filter(seen -> seen.min() == found).isPresent()
            || recentlyDecided(found, now)
            || due.stream()
                .anyMatch(d -> hasFallenDue(d, now) && d.min().equals(OptionalInt.of(found)));
    return ours ? Optional.empty() : Optional.of(new ForeignChange(now, expected, found));
  }

  /** Its owner's clock may be a little ahead of ours. */
  private static boolean hasFallenDue(ScheduledSize size, Instant now) {
    return !size.startAt().isAfter(now.plus(ECHO));
  }

  /** A describe may answer with what stood a little ago. */
  private boolean recentlyDecided(int found, Instant now) {
    return since(now.minus(ECHO)).anyMatch(f -> f.floor() == found || f.from() == found);
  }

  private RememberedFloor last() {
    return recent.get(recent.size() - 1);
  }

  private Stream<RememberedFloor> since(Instant from) {
    return recent.stream().filter(f -> !f.through().isBefore(from));
  }

  /** When the last decision was made; empty before the first. */
  public Optional<Instant> lastAt() {
    return recent.isEmpty() ? Optional.empty() : Optional.of(last().through());
  }

  /** The floor of the last decision, in hosts; empty before the first. */
  public Optional<Integer> lastFloor() {
    return recent.isEmpty() ? Optional.empty() : Optional.of(last().floor());
  }

  /** When the floor was last moved by a decision; empty when it was not within the window. */
  public Optional<Instant> lastMoveAt() {
    for (int i = recent.size() - 1; i >= 0; i--) {
      if (recent.get(i).floor() != recent.get(i).from()) {
        return Optional.of(recent.get(i).through());
      }
    }
    return Optional.empty();
  }

  /** When the floor was last raised by a decision; empty when it was not within the window. */
  public Optional<Instant> lastRaiseAt() {
    for (int i = recent.size() - 1; i >= 0; i--) {
      if (recent.get(i).floor() > recent.get(i).from()) {
        return Optional.of(recent.get(i).through());
      }
    }
    return Optional.empty();
  }

  /** How often the floor was lowered by decisions at or after {@code from}. */
  public long loweringsSince(Instant from) {
    return since(from).filter(f -> f.floor() < f.from()).count();
  }

  /** The highest ceiling that the group was seen with; empty when it was not seen. */
  public Optional<Integer> highestCeiling() {
    return recent.stream().flatMap(f -> f.seen().stream()).map(Seen::max).max(Integer::compare);
  }

  /** The highest floor that stood at or after {@code from}; empty when there is none. */
  public Optional<Integer> highestSince(Instant from) {
    return since(from).map(f -> Math.max(f.from(), f.floor())).max(Integer::compare);
  }

  /** The most hosts that the plan asked for at or after {@code from}; empty when there is none. */
  public Optional<Integer> mostWantedSince(Instant from) {
    return since(from).map(RememberedFloor::wanted).max(Integer::compare);
  }

  /** The highest floor decided at or after {@code from}; empty when there is none. */
  public Optional<Integer> highestDecidedSince(Instant from) {
    return since(from).map(RememberedFloor::floor).max(Integer::compare);
  }

  /** The lowest floor decided at or after {@code from}; empty when there is none. */
  public Optional<Integer> lowestSince(Instant from) {
    return since(from).map(RememberedFloor::floor).min(Integer::compare);
  }

  /**
   * Since when fewer hosts have served than the floor asks for, without a break; empty when the
   * last look saw enough.
   */
  public Optional<Instant> shortSince() {
    Optional<Instant> start = Optional.empty();
    for (int i = recent.size() - 1; i >= 0; i--) {
      RememberedFloor floor = recent.get(i);
      boolean isShort =
          floor.acted() && floor.seen().filter(s -> s.inService() < floor.from()).isPresent();
      if (!isShort) {
        return start;
      }
      start = Optional.of(floor.at());
    }
    return start;
  }
}
