/** What must be known before the floor may fall, and what measured demand itself asks for. */
@NullMarked
package dev.kickoff.model.control.guardrail.evidence;

import org.jspecify.annotations.NullMarked;
