/** Methods compete by their losses in rehearsal, and are blended. */
@NullMarked
package dev.kickoff.model.forecast.contest;

import org.jspecify.annotations.NullMarked;
