/** Forecasts of the past from cutoffs within it, so that errors are those of forecasts. */
@NullMarked
package dev.kickoff.model.forecast.rehearsal;

import org.jspecify.annotations.NullMarked;
