/** How requests divide among APIs, and how that moves as an event goes on. */
@NullMarked
package dev.kickoff.model.lab.shape.mix;

import org.jspecify.annotations.NullMarked;
