package dev.kickoff.jobs.control;

import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.standby.StandbyChange;
import dev.kickoff.model.control.standby.StandbyRequest;
import dev.kickoff.model.control.standby.StandbySchedule;
import dev.kickoff.model.control.surroundings.Standby;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.ScheduledSize;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the dead-man's switch of one group: the staircase of the plan in the fleet's own schedule.
 *
 * <p>Reads the schedule every minute and after each write; writes new before it deletes old, one
 * call at a time, and nothing under a freeze. A schedule that cannot be read lacks everything. Not
 * thread safe.
 */
final class StandbyKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(StandbyKeeper.class);
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration URGENT = Duration.ofMinutes(2);
  private static final Duration DUE_SOON = Duration.ofMinutes(15);
  private static final String SCHEDULED_ACTIONS = "ScheduledActions";

  private final String group;
  private final FleetSchedule schedule;
  private Optional<List<ScheduledSize>> stands = Optional.empty();
  private Instant readAt = Instant.MIN;
  private Set<String> spent = Set.of();
  private String trouble = "the fleet's own schedule was not read yet";

  StandbyKeeper(GroupSettings settings, FleetSchedule schedule) {
    this.group = settings.group();
    this.schedule = schedule;
  }

  /** What a tick sees of the schedule; without a request there is no plan to compare it with. */
  Standby look(Instant now, Optional<FleetState> state, Optional<StandbyRequest> request) {
    if (now.isAfter(readAt.plus(EVERY).minusMillis(1))) {
      read(now);
    }
    if (stands.isEmpty()) {
      return new Standby(List.of(), Optional.of(trouble));
    }
    Instant soon = now.plus(DUE_SOON);
    List<ScheduledSize> dueSoon =
        stands.get().stream().filter(size -> size.startAt().isBefore(soon)).toList();
    Optional<String> lack =
        isSuspended(state)
            ? Optional.of("scheduled actions of the group are suspended")
            : request.flatMap(r -> new StandbySchedule(r).lackOf(pending(now)));
    return new Standby(dueSoon, lack);
  }

  private List<ScheduledSize> pending(Instant now) {
    return stands.orElse(List.of()).stream().filter(s -> s.startAt().isAfter(now)).toList();
  }

  /** Whether the owner would not carry out the group's schedule. */
  static boolean isSuspended(Optional<FleetState> state) {
    return state
        .flatMap(FleetState::condition)
        .filter(seen -> seen.suspended().contains(SCHEDULED_ACTIONS))
        .isPresent();
  }

  /**
   * Brings the schedule up to the plan by at most one change; returns whether the owner was asked.
   *
   * @param generation of the plan; part of the names
   */
  boolean keep(StandbyRequest request, long generation) {
    if (stands.isEmpty()) {
      return false;
    }
    if (secure(request.now(), request.floor())) {
      return true;
    }
    List<ScheduledSize> pending = pending(request.now());
    try {
      if (!spent.isEmpty()) {
        Map<String, String> left = schedule.delete(group, spent);
        left.forEach((name, why) -> LOG.warn("{}: {} still stands: {}", group, name, why));
        spent = Set.of();
        read(request.now());
        return true;
      }
      StandbySchedule wanted = new StandbySchedule(request);
      if (!wanted.isOutdated(pending)) {
        return false;
      }
      StandbyChange change = StandbyChange.between(pending, wanted.target(), generation);
      spent = change.delete();
      if (change.put().isEmpty()) {
        return false;
      }
      put(change.put(), request.now());
      return true;
    } catch (FleetException e) {
      lookAgain(e);
      return true;
    }
  }

  /**
   * Lets what of ours falls due within two minutes set no less than the floor that stands: until
   * the schedule is next looked after, it must not undercut it. Returns whether the owner was
   * asked.
   */
  boolean secure(Instant now, int floor) {
    List<ScheduledSize> low =
        pending(now).stream()
            .filter(StandbyChange::isOurs)
            .filter(size -> size.startAt().isBefore(now.plus(URGENT)))
            .filter(size -> size.min().orElse(floor) < floor)
            .map(size -> ScheduledSize.floor(size.name(), size.startAt(), floor))
            .toList();
    if (low.isEmpty()) {
      return false;
    }
    try {
      put(low, now);
    } catch (FleetException e) {
      lookAgain(e);
    }
    return true;
  }

  private void put(List<ScheduledSize> sizes, Instant now) {
    Map<String, String> refused = schedule.put(group, sizes);
    refused.forEach((name, why) -> LOG.warn("{}: {} was refused: {}", group, name, why));
    LOG.info("{}: {} scheduled actions written", group, sizes.size() - refused.size());
    read(now);
  }

  /** After a call that failed nobody knows what stands. */
  private void lookAgain(FleetException e) {
    LOG.warn("{}: {} ({})", group, e.getMessage(), e.kind());
    readAt = Instant.MIN;
  }

  /** Keeps the owner from carrying the schedule out, or lets it again. */
  void suspend(boolean suspend) {
    try {
      if (suspend) {
        schedule.suspend(group);
      } else {
        schedule.resume(group);
      }
      LOG.info("{}: scheduled actions are {}", group, suspend ? "suspended" : "resumed");
    } catch (FleetException e) {
      LOG.warn("{}: {} ({})", group, e.getMessage(), e.kind());
    }
  }

  private void read(Instant now) {
    try {
      stands = Optional.of(List.copyOf(schedule.read(group)));
      readAt = now;
    } catch (FleetException e) {
      LOG.warn("{}: {} ({})", group, e.getMessage(), e.kind());
      trouble = "the fleet's own schedule could not be read: " + e.getMessage();
      stands = Optional.empty();
      readAt = now;
    }
  }
}
