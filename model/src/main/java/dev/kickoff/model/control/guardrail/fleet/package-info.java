/** What the group itself must show before the floor may fall. */
@NullMarked
package dev.kickoff.model.control.guardrail.fleet;

import org.jspecify.annotations.NullMarked;
