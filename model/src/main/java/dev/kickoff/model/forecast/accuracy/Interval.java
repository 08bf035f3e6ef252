package dev.kickoff.model.forecast.accuracy;

/**
 * A measured number with its 95 % interval: how far it might have come out otherwise had other
 * cutoffs been drawn.
 *
 * @param low at or below {@code high}; both by bootstrap over cutoffs (Efron, 1979)
 */
public record Interval(double value, double low, double high) {}
