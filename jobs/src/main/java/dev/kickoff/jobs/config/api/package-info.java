/** What the API is told when it runs as a program of its own. */
@NullMarked
package dev.kickoff.jobs.config.api;

import org.jspecify.annotations.NullMarked;
