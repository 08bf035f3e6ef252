/** How long launches really take, learnt from those that were watched. */
@NullMarked
package dev.kickoff.model.capacity.lead;

import org.jspecify.annotations.NullMarked;
