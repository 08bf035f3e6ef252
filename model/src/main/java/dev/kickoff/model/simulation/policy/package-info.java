/** The policies that a replay compares, each with a simulated group. */
@NullMarked
package dev.kickoff.model.simulation.policy;

import org.jspecify.annotations.NullMarked;
