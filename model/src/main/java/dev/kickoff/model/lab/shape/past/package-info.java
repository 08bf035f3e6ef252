/** Loads drawn from recorded demand: a past span as it was, a coming event as it may be. */
@NullMarked
package dev.kickoff.model.lab.shape.past;

import org.jspecify.annotations.NullMarked;
