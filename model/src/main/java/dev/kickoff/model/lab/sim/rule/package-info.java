/** How a simulated group is scaled: alarms and what they do, targets, plans, the clock. */
@NullMarked
package dev.kickoff.model.lab.sim.rule;

import org.jspecify.annotations.NullMarked;
