package dev.kickoff.jobs.local;

import dev.kickoff.model.calendar.EventCalendar;
import java.util.OptionalInt;

/**
 * What the calendar files said when they were last read.
 *
 * @param refused how many parts of them could not be read, or not wholly; empty when nobody counted
 */
public record CalendarReading(EventCalendar calendar, OptionalInt refused) {}
