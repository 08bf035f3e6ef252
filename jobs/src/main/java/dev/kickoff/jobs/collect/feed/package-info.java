/** Fetches calendars from the outside without being led inside. */
@NullMarked
package dev.kickoff.jobs.collect.feed;

import org.jspecify.annotations.NullMarked;
