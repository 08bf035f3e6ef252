/** What would have been over minutes that were lived through: the figures of a scorecard. */
@NullMarked
package dev.kickoff.model.simulation.hindsight;

import org.jspecify.annotations.NullMarked;
