/** What of a history must not be learnt: outages, wrong units, single spikes. */
@NullMarked
package dev.kickoff.model.forecast.quality;

import org.jspecify.annotations.NullMarked;
