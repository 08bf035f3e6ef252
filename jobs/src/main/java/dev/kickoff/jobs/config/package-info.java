/** What a run is configured with: fleets, and the metrics and calendars that it reads. */
@NullMarked
package dev.kickoff.jobs.config;

import org.jspecify.annotations.NullMarked;
