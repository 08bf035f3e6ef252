package dev.kickoff.model.simulation.group;

import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.ScheduledSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The scheduled actions of a simulated group, each carried out once, when it falls due.
 *
 * <p>Not safe for use by several threads.
 */
public final class ScheduleBook {
  private static final Comparator<ScheduledSize> IN_ORDER =
      Comparator.comparing(ScheduledSize::startAt).thenComparing(ScheduledSize::name);

  private final Map<String, ScheduledSize> byName = new TreeMap<>();
  private boolean suspended;

  /** All that a schedule must remember. */
  public record Saved(List<ScheduledSize> sizes, boolean suspended) {
    public Saved {
      sizes = List.copyOf(sizes);
    }
  }

  ScheduleBook(Optional<Saved> saved) {
    saved.ifPresent(
        s -> {
          s.sizes().forEach(size -> byName.put(size.name(), size));
          suspended = s.suspended();
        });
  }

  Optional<Saved> saved() {
    return byName.isEmpty() && !suspended
        ? Optional.empty()
        : Optional.of(new Saved(pending(), suspended));
  }

  /** Those that have not fallen due, by instant, then by name. */
  public List<ScheduledSize> pending() {
    return byName.values().stream().sorted(IN_ORDER).toList();
  }

  /**
   * Puts one in place; one of that name is replaced.
   *
   * @return why not; empty when it stands
   */
  public Optional<String> put(ScheduledSize size, Instant now) {
    if (!size.startAt().isAfter(now)) {
      return Optional.of("Given start time is in the past");
    }
    if (!byName.containsKey(size.name()) && byName.size() >= FleetSchedule.MOST) {
      return Optional.of(
          "Scheduled action count exceeds the limit of " + FleetSchedule.MOST + " for the group");
    }
    boolean taken =
        byName.values().stream()
            .anyMatch(
                other ->
                    other.startAt().equals(size.startAt()) && !other.name().equals(size.name()));
    if (taken) {
      return Optional.of("another scheduled action starts at " + size.startAt());
    }
    byName.put(size.name(), size);
    return Optional.empty();
  }

  /** Takes one away; returns whether it was there. */
  public boolean delete(String name) {
    return byName.remove(name) != null;
  }

  /** Keeps all from being carried out, or lets them be again. */
  public void suspend(boolean suspend) {
    suspended = suspend;
  }

  public boolean isSuspended() {
    return suspended;
  }

  /** One that is to be carried out at an instant, not before it falls due. */
  record Due(ScheduledSize size, Instant at) {}

  /**
   * Removes those that are to be carried out at or before {@code at}; returns them in order.
   *
   * @param lateness how long after it falls due one is carried out, by name
   */
  List<Due> takeDue(Instant at, Function<String, Duration> lateness) {
    if (byName.isEmpty()) {
      return List.of();
    }
    List<Due> due = new ArrayList<>();
    for (ScheduledSize size : pending()) {
      Instant carriedOutAt = size.startAt().plus(lateness.apply(size.name()));
      if (!carriedOutAt.isAfter(at)) {
        byName.remove(size.name());
        due.add(new Due(size, carriedOutAt));
      }
    }
    due.sort(Comparator.comparing(Due::at));
    return suspended ? List.of() : due;
  }
}
