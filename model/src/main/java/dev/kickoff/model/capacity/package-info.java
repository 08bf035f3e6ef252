/** How many hosts the forecast demand needs, and when they must be asked for. */
@NullMarked
package dev.kickoff.model.capacity;

import org.jspecify.annotations.NullMarked;
