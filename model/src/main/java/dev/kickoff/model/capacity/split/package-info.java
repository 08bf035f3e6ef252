/** How groups that carry a service together take over what one of them cannot have. */
@NullMarked
package dev.kickoff.model.capacity.split;

import org.jspecify.annotations.NullMarked;
