/** Calendars in iCalendar files (RFC 5545). */
@NullMarked
package dev.kickoff.connectors.ical;

import org.jspecify.annotations.NullMarked;
