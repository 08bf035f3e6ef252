/** Loads as functions of time, one class each, and their sums, products and sequences. */
@NullMarked
package dev.kickoff.model.lab.shape.function;

import org.jspecify.annotations.NullMarked;
