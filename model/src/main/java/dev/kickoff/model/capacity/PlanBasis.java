package dev.kickoff.model.capacity;

import java.time.Instant;
import java.util.Optional;

/**
 * What a plan was made of.
 *
 * @param nearIssuedAt when the near forecast was issued; empty without one
 * @param farIssuedAt when the far forecast was issued; empty without one
 * @param demandThrough end of the newest history behind them; empty without any
 * @param calendarRevision the older of the revisions that they know
 */
public record PlanBasis(
    Optional<Instant> nearIssuedAt,
    Optional<Instant> farIssuedAt,
    Optional<Instant> demandThrough,
    long calendarRevision) {}
