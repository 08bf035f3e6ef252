/** Backtests: their units of work, the forecasts of each, and the journal of a run. */
@NullMarked
package dev.kickoff.jobs.offline.backtest;

import org.jspecify.annotations.NullMarked;
