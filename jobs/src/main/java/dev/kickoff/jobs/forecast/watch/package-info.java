/** What the forecast job says aloud about its own forecasts. */
@NullMarked
package dev.kickoff.jobs.forecast.watch;

import org.jspecify.annotations.NullMarked;
