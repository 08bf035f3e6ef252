/** Benchmarks' way into the package of the model that has the same name. */
@NullMarked
package dev.kickoff.model.forecast.shape;

import org.jspecify.annotations.NullMarked;
