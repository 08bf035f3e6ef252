/** What decisions left behind beside themselves, and where those beyond memory are. */
@NullMarked
package dev.kickoff.jobs.api.view.ledger;

import org.jspecify.annotations.NullMarked;
