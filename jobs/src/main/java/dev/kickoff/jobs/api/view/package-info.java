/** What the engine shows: bounded in-memory views, rebuilt from the topics at every start. */
@NullMarked
package dev.kickoff.jobs.api.view;

import org.jspecify.annotations.NullMarked;
