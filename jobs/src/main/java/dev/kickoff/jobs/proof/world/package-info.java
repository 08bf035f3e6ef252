/** The world around a control loop in virtual time, and what can be seen of it. */
@NullMarked
package dev.kickoff.jobs.proof.world;

import org.jspecify.annotations.NullMarked;
