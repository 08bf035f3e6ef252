/** Fleets and policies in virtual time, and the replay that compares them. */
@NullMarked
package dev.kickoff.model.simulation;

import org.jspecify.annotations.NullMarked;
