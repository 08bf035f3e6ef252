package dev.kickoff.jobs.control;

import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.guardrail.bound.Freeze;
import dev.kickoff.model.control.standby.StandbyRequest;
import dev.kickoff.model.control.surroundings.Standby;
import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupCondition;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OperatorOverride.Kind;
import dev.kickoff.model.override.OverrideBook;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What else a group needs besides its floor: our marks on it, the standby schedule, and the
 * suspension of that schedule while everything is frozen.
 *
 * <p>At most one call in 15 seconds, none within 15 seconds of a change of the floor but for a
 * scheduled action that would undercut it. While a group that acts is frozen, or ordered to
 * forecast only, none but the one that suspends the schedule when everything is frozen, and the one
 * that lets it go on afterwards. Not thread safe.
 */
final class Upkeep {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final Duration APART = Duration.ofSeconds(15);
  private static final String OWNER = "kickoff:owner";
  private static final String BASE_MIN = "kickoff:base-min";

  private final GroupSettings settings;
  private final Fleet fleet;
  private final Optional<StandbyKeeper> keeper;
  private final LaunchWatch launches;
  private Instant lastCallAt = Instant.MIN;
  private boolean marked;

  Upkeep(GroupSettings settings, Fleet fleet) {
    this.settings = settings;
    this.fleet = fleet;
    this.launches = new LaunchWatch(settings, fleet);
    this.keeper = fleet.schedule().map(schedule -> new StandbyKeeper(settings, schedule));
  }

  /** The lead time as measured from launches; empty while too few are known. */
  Optional<LeadTime> leadTime(Instant now) {
    return launches.leadTime(now);
  }

  /** What a tick sees of the standby schedule; empty where none is kept. */
  Optional<Standby> standby(
      Instant now, Optional<FleetState> state, Optional<StandbyRequest> request) {
    return settings.mode().acts() ? keeper.map(k -> k.look(now, state, request)) : Optional.empty();
  }

  /** Notes that the floor was set at {@code now}; what is scheduled must not undercut it. */
  void moved(Instant now, int floor) {
    lastCallAt = now;
    keeper.ifPresent(k -> k.secure(now, floor));
  }

  /** Does what is due, at most one call. */
  void keep(Situation situation, Optional<StandbyRequest> request, long generation) {
    Instant now = situation.now();
    if (now.isBefore(lastCallAt.plus(APART)) || situation.fleet().isEmpty()) {
      return;
    }
    if (suspendOrResume(situation)
        || situation.settings().mode().acts()
            && Freeze.inForce(situation).isEmpty()
            && (mark(situation.fleet().get()) || keepStandby(request, generation))) {
      lastCallAt = now;
    }
  }

  private boolean keepStandby(Optional<StandbyRequest> request, long generation) {
    return keeper.isPresent()
        && request.isPresent()
        && keeper.get().keep(request.get(), generation);
  }

  private boolean suspendOrResume(Situation situation) {
    if (keeper.isEmpty() || situation.fleet().flatMap(FleetState::condition).isEmpty()) {
      return false;
    }
    boolean suspended = StandbyKeeper.isSuspended(situation.fleet());
    boolean frozen =
        Freeze.inForce(situation).filter(f -> f.kind() == Kind.FREEZE_EVERYTHING).isPresent();
    if (frozen == suspended || !frozen && !hasJustEnded(situation)) {
      return false;
    }
    keeper.get().suspend(frozen);
    return true;
  }

  /** Only what we suspended is resumed: somebody else's suspension is theirs. */
  private boolean hasJustEnded(Situation situation) {
    Instant now = situation.now();
    return situation.surroundings().overrides().overrides().stream()
        .filter(order -> order.kind() == Kind.FREEZE_EVERYTHING)
        .map(OperatorOverride::until)
        .anyMatch(end -> !end.isAfter(now) && end.plus(OverrideBook.JUST_ENDED).isAfter(now));
  }

  private boolean mark(FleetState state) {
    Map<String, String> tags = state.condition().map(GroupCondition::tags).orElse(Map.of());
    if (marked || tags.containsKey(OWNER)) {
      return false;
    }
    try {
      fleet.mark(
          settings.group(),
          Map.of(OWNER, settings.service().name(), BASE_MIN, String.valueOf(state.size().min())));
      marked = true;
    } catch (FleetException e) {
      LOG.warn("{}: {} ({})", settings.group(), e.getMessage(), e.kind());
    }
    return true;
  }
}
