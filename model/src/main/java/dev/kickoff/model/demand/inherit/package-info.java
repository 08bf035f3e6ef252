/** Cold start by declaration: a renamed or replaced service goes on with another's history. */
@NullMarked
package dev.kickoff.model.demand.inherit;

import org.jspecify.annotations.NullMarked;
