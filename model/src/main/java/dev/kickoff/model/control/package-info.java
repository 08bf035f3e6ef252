/** The decision: a pure fold over what is seen at each tick. */
@NullMarked
package dev.kickoff.model.control;

import org.jspecify.annotations.NullMarked;
