/** What a look at the weeks ahead leaves: tables, a page, and JSON. */
@NullMarked
package dev.kickoff.jobs.offline.longrange;

import org.jspecify.annotations.NullMarked;
