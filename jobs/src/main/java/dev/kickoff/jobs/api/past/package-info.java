/** What was known and believed in the past, as far back as it is kept. */
@NullMarked
package dev.kickoff.jobs.api.past;

import org.jspecify.annotations.NullMarked;
