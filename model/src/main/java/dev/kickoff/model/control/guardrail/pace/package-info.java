/** How fast and how often the floor may move. */
@NullMarked
package dev.kickoff.model.control.guardrail.pace;

import org.jspecify.annotations.NullMarked;
