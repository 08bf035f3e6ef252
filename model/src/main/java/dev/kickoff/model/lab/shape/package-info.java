/** Loads to try a policy or a host on: staged tables, functions, past spans, and events to come. */
@NullMarked
package dev.kickoff.model.lab.shape;

import org.jspecify.annotations.NullMarked;
