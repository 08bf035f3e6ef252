/** Events: added, changed, moved, called off, confirmed and imported. */
@NullMarked
package dev.kickoff.jobs.api.write.event;

import org.jspecify.annotations.NullMarked;
