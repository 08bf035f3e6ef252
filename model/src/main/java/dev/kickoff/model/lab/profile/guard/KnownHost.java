package dev.kickoff.model.lab.profile.guard;

import dev.kickoff.model.lab.profile.Estimate;

/**
 * What is remembered of an earlier profile.
 *
 * @param rpm requests per minute of a host at {@code cpu}, above 0
 * @param cpu the processor share that this was measured for, in percent
 */
public record KnownHost(Estimate rpm, Estimate cpu) {}
