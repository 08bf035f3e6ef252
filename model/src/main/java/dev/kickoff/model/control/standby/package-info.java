/** The dead-man's switch: what must stand in the fleet's own schedule in case we do not go on. */
@NullMarked
package dev.kickoff.model.control.standby;

import org.jspecify.annotations.NullMarked;
