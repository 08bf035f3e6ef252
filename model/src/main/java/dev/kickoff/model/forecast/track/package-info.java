/** Demand in log units on even steps of local time, and what lately lay above a shape. */
@NullMarked
package dev.kickoff.model.forecast.track;

import org.jspecify.annotations.NullMarked;
