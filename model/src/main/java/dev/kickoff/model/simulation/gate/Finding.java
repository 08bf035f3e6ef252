package dev.kickoff.model.simulation.gate;

/**
 * One condition of the gate and how it came out.
 *
 * @param condition its name: {@code enough-history}, {@code under-provisioned} or {@code p99}
 * @param holds whether it is met
 * @param said why, in one sentence with the figures
 */
public record Finding(String condition, boolean holds, String said) {}
