/** The command that checks before anything acts: configuration, and the gate of a service. */
@NullMarked
package dev.kickoff.jobs.cli.check;

import org.jspecify.annotations.NullMarked;
