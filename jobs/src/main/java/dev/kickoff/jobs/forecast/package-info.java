/** The Flink job: samples to minutes, minutes and the calendar to forecasts. */
@NullMarked
package dev.kickoff.jobs.forecast;

import org.jspecify.annotations.NullMarked;
