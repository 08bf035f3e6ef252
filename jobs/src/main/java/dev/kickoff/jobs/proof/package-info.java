/** The deterministic simulation of the controller: seeds, faults, and what must hold after each. */
@NullMarked
package dev.kickoff.jobs.proof;

import org.jspecify.annotations.NullMarked;
