/** Tests that no address of a calendar leads inside. */
@NullMarked
package dev.kickoff.jobs.collect.feed;

import org.jspecify.annotations.NullMarked;
