/** Planned events, as they were known at an instant. */
@NullMarked
package dev.kickoff.model.calendar;

import org.jspecify.annotations.NullMarked;
