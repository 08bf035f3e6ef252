/** What an invariant is, and what came of watching it. */
@NullMarked
package dev.kickoff.jobs.proof.invariant;

import org.jspecify.annotations.NullMarked;
