/** What a change would do to a group, worked out by the planner and the controller themselves. */
@NullMarked
package dev.kickoff.model.control.preview;

import org.jspecify.annotations.NullMarked;
