/** What operators ordered: overrides, freezes and approvals, and how they combine. */
@NullMarked
package dev.kickoff.model.override;

import org.jspecify.annotations.NullMarked;
