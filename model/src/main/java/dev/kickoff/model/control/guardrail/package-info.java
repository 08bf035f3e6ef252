/** The rules every proposed floor must pass, one class a rule. */
@NullMarked
package dev.kickoff.model.control.guardrail;

import org.jspecify.annotations.NullMarked;
