package dev.kickoff.model.lab.profile;

/**
 * The processor share beyond which latency climbs.
 *
 * @param cpu in percent
 * @param latencyMs fitted there: the p95 in milliseconds
 * @param climb at the highest processor share measured: latency over what it would be had it gone
 *     on as before the knee; 1 or more
 */
public record Knee(Estimate cpu, double latencyMs, double climb) {}
