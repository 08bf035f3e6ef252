/** What may go wrong, when, and how badly. */
@NullMarked
package dev.kickoff.jobs.proof.fault;

import org.jspecify.annotations.NullMarked;
