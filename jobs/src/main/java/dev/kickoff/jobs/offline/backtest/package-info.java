/** Backtests: their units of work, their journal, and the files they leave. */
@NullMarked
package dev.kickoff.jobs.offline.backtest;

import org.jspecify.annotations.NullMarked;
