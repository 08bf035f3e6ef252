/** Regressions that outliers do not bend, and the search for the point where a curve bends. */
@NullMarked
package dev.kickoff.model.lab.profile.fit;

import org.jspecify.annotations.NullMarked;
