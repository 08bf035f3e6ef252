/** How good forecasts are over a list of series, as one document with charts. */
@NullMarked
package dev.kickoff.jobs.offline.evaluation;

import org.jspecify.annotations.NullMarked;
