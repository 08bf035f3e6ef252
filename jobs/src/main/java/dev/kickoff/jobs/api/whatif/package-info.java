/** What would be planned under other circumstances, and what acting did or would have done. */
@NullMarked
package dev.kickoff.jobs.api.whatif;

import org.jspecify.annotations.NullMarked;
