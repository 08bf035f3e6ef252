/** What the floor may never exceed, and what people ordered. */
@NullMarked
package dev.kickoff.model.control.guardrail.bound;

import org.jspecify.annotations.NullMarked;
