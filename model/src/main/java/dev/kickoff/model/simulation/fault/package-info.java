/** What goes wrong on the way to a fleet, seeded, for simulations. */
@NullMarked
package dev.kickoff.model.simulation.fault;

import org.jspecify.annotations.NullMarked;
