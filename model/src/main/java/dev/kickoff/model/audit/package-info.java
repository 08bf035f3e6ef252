/** What makes a record of the past checkable. */
@NullMarked
package dev.kickoff.model.audit;

import org.jspecify.annotations.NullMarked;
