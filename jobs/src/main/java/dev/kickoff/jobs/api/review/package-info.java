/** What waits for a second person, and what was answered. */
@NullMarked
package dev.kickoff.jobs.api.review;

import org.jspecify.annotations.NullMarked;
