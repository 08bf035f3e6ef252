/** How good forecasts were: backtests by rolling origin, and their scores. */
@NullMarked
package dev.kickoff.model.forecast.accuracy;

import org.jspecify.annotations.NullMarked;
