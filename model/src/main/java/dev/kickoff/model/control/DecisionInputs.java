package dev.kickoff.model.control;

import dev.kickoff.model.capacity.PlanBasis;
import dev.kickoff.model.control.surroundings.Surroundings;
import dev.kickoff.model.fleet.FleetState;
import java.time.Instant;
import java.util.Optional;

/**
 * What a decision was made of, for {@code explain} and for audits.
 *
 * @param fleet the group as read at the tick; empty when it could not be read
 * @param planDigest the plan that was followed; empty without one
 * @param plan what that plan was made of; empty without one
 * @param demandThrough end of the newest measured minute; empty without any
 * @param demandRpm demand of that minute, in requests per minute; empty without any
 * @param calendarRevision the calendar's revision at the tick
 * @param surroundings what else was seen; empty where there was nothing else
 */
public record DecisionInputs(
    Optional<FleetState> fleet,
    Optional<String> planDigest,
    Optional<PlanBasis> plan,
    Optional<Instant> demandThrough,
    Optional<Double> demandRpm,
    long calendarRevision,
    Optional<Surroundings> surroundings) {}
