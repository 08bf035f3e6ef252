/** Whether a group should be given to Kickoff, judged by a replay of its own past. */
@NullMarked
package dev.kickoff.model.simulation.gate;

import org.jspecify.annotations.NullMarked;
