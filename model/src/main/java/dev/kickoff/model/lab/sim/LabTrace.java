package dev.kickoff.model.lab.sim;

/**
 * A run step by step; all arrays are of one length, the number of steps.
 *
 * @param stepSeconds between two steps
 * @param rpm requests per minute on the group
 * @param cpu the group's mean, in percent
 * @param desired hosts wanted at the end of the step
 * @param inService hosts that served
 * @param p95Millis latency at the 95th percentile
 */
public record LabTrace(
    int stepSeconds,
    double[] rpm,
    double[] cpu,
    int[] desired,
    int[] inService,
    double[] p95Millis) {}
