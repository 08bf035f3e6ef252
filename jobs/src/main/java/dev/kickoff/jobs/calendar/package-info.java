/** The calendar topic and those who write it: files and operators, side by side. */
@NullMarked
package dev.kickoff.jobs.calendar;

import org.jspecify.annotations.NullMarked;
