/** What of a history must not be learnt: outages and wrong units. */
@NullMarked
package dev.kickoff.model.forecast.quality;

import org.jspecify.annotations.NullMarked;
