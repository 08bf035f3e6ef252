/** What was refused on its way in, and what cannot be read. */
@NullMarked
package dev.kickoff.jobs.api.view.input;

import org.jspecify.annotations.NullMarked;
