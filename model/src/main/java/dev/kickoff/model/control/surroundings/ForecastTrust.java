package dev.kickoff.model.control.surroundings;

/**
 * How far the forecasts of a service may be trusted to lower its floor.
 *
 * @param degraded whether those that were judged lately covered too little, or lay too high or low
 * @param words one sentence for an operator
 */
public record ForecastTrust(boolean degraded, String words) {}
