/** How many hosts of which group, type and zone make up a want, and how many wait in reserve. */
@NullMarked
package dev.kickoff.model.capacity.split;

import org.jspecify.annotations.NullMarked;
