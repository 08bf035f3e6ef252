/** Every group in one row. */
@NullMarked
package dev.kickoff.jobs.api.read.fleet;

import org.jspecify.annotations.NullMarked;
