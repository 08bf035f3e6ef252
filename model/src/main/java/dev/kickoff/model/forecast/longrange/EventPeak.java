package dev.kickoff.model.forecast.longrange;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.forecast.EventOutlook;
import dev.kickoff.model.forecast.Quantiles;
import java.util.Optional;

/**
 * The highest step of demand that a coming event is expected to have, from half an hour before its
 * start to two and a half hours after it, or to its end.
 *
 * @param peak in the unit of demand
 * @param rehearsed how many past events its uncertainty was learnt from; where they are too few, it
 *     is that of days, widened
 * @param outlook the past events it resembles; empty where the method does not say
 */
public record EventPeak(
    Event event, int week, Quantiles peak, int rehearsed, Optional<EventOutlook> outlook) {}
