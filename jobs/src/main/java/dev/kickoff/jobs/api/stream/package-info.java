/** Changes of the views as server-sent events, to many listeners at once. */
@NullMarked
package dev.kickoff.jobs.api.stream;

import org.jspecify.annotations.NullMarked;
