package dev.kickoff.model.control;

import java.time.Instant;

/**
 * Which decision this is.
 *
 * @param sequence 1 for a group's first decision, rising by one
 * @param at the tick it was made at, in engine time; later than every earlier decision's
 */
public record DecisionKey(String group, long sequence, Instant at) {}
