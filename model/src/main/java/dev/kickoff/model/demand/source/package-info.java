/** Where demand and signals are asked for that nobody pushes. */
@NullMarked
package dev.kickoff.model.demand.source;

import org.jspecify.annotations.NullMarked;
