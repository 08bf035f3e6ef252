/** What waits for a second person: its states, and what of a decision waits. */
@NullMarked
package dev.kickoff.model.review;

import org.jspecify.annotations.NullMarked;
