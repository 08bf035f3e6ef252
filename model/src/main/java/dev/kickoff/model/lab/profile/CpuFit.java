package dev.kickoff.model.lab.profile;

import java.util.Optional;

/**
 * Processor over requests: the line that describes most rows, and whether a line is enough.
 *
 * @param cpuPerKrpm percent of processor for each 1,000 requests per minute
 * @param idleCpu percent of processor without requests: the fixed overhead; as fitted, so it may be
 *     below 0
 * @param explained share of the variance that the line explains (R squared), outliers left out
 * @param linearity empty where the rows are too few, or of too few loads, to tell
 * @param cache what requests cost with and without the cache; empty where nothing is known of it
 * @param outliers rows so far from the line that they count nothing
 * @param saturatedFrom requests per minute from which on the processor was full, whose rows say
 *     nothing about its cost; above every load where it never was
 * @param line how it was computed
 */
public record CpuFit(
    Estimate cpuPerKrpm,
    Estimate idleCpu,
    double explained,
    Optional<Linearity> linearity,
    Optional<CacheTerms> cache,
    int outliers,
    double saturatedFrom,
    CpuLine line) {}
