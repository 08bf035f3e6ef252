/** What is measured of a service beside its demand: errors, latency, processor; by the minute. */
@NullMarked
package dev.kickoff.model.demand.signal;

import org.jspecify.annotations.NullMarked;
