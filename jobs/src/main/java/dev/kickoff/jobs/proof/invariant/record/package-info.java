/** What must hold of decisions, intents and calls. */
@NullMarked
package dev.kickoff.jobs.proof.invariant.record;

import org.jspecify.annotations.NullMarked;
