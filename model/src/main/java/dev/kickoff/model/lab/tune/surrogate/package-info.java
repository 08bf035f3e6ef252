/** What a search believes of candidates that it has not tried. */
@NullMarked
package dev.kickoff.model.lab.tune.surrogate;

import org.jspecify.annotations.NullMarked;
