package dev.kickoff.jobs.proof.invariant;

/**
 * A moment at which an invariant did not hold.
 *
 * @param invariant its name
 * @param second of the run
 * @param words what happened instead
 */
public record Violation(String invariant, long second, String words) {}
