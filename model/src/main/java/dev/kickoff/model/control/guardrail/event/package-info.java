/** What holds from the pre-warm of an event to the end of its tail. */
@NullMarked
package dev.kickoff.model.control.guardrail.event;

import org.jspecify.annotations.NullMarked;
