/** The search for a policy's settings: in parallel, with its report. */
@NullMarked
package dev.kickoff.jobs.lab.tune;

import org.jspecify.annotations.NullMarked;
