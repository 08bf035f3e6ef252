/** What must hold of the sizes of a group. */
@NullMarked
package dev.kickoff.jobs.proof.invariant.size;

import org.jspecify.annotations.NullMarked;
