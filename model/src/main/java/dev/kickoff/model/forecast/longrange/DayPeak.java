package dev.kickoff.model.forecast.longrange;

import dev.kickoff.model.forecast.Quantiles;
import java.time.LocalDate;

/**
 * The highest step of demand that a coming day is expected to have.
 *
 * @param week how many weeks ahead the day lies, 1 for the first
 * @param peak in the unit of demand; never below that of an event within the day
 */
public record DayPeak(LocalDate day, int week, Quantiles peak) {}
