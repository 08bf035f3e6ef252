/** The calendar as the job holds it beside its minutes. */
@NullMarked
package dev.kickoff.jobs.forecast.calendar;

import org.jspecify.annotations.NullMarked;
