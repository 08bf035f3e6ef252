package dev.kickoff.jobs.offline.backtest;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.demand.Service;
import java.time.Duration;
import java.time.Instant;

/**
 * A forecast to be issued ahead of one event, beside those of the backtest's cutoffs.
 *
 * @param event as it stands in the end; what the calendar said at {@code at} may differ
 * @param lead how long before the start it was meant to be issued
 * @param at when it is issued: at the start of a step, so up to a step earlier than meant
 * @param horizon how far it reaches: beyond what the event's page shows
 */
public record EventLook(
    Event event, Service service, Duration lead, Instant at, Duration horizon) {}
