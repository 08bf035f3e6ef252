/** The programs of a real deployment, one by one; each runs until it is stopped. */
@NullMarked
package dev.kickoff.jobs.cli.program;

import org.jspecify.annotations.NullMarked;
