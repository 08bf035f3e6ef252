package dev.kickoff.model.control;

import java.time.Instant;

/**
 * How much is known of a service's past, for judging whether a want is plausible.
 *
 * @param since start of the first minute that is known
 * @param highest the highest demand of any known minute, in requests per minute
 */
public record KnownPast(Instant since, double highest) {}
