package dev.kickoff.model.simulation.hindsight;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A minute of a group as it was, in hosts.
 *
 * @param at start of the minute
 * @param demand in requests per minute; empty in a gap
 * @param inService hosts that served at its start
 * @param desired what the group strove for
 * @param decided the floor last decided by then, also where it was not set; empty before the first
 */
public record LivedMinute(
    Instant at, OptionalDouble demand, int inService, int desired, OptionalInt decided) {}
