/** Demand forecasts as quantiles, and the contracts of the methods that make them. */
@NullMarked
package dev.kickoff.model.forecast;

import org.jspecify.annotations.NullMarked;
