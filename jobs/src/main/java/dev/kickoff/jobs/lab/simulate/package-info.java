/** Policies played on one load, side by side. */
@NullMarked
package dev.kickoff.jobs.lab.simulate;

import org.jspecify.annotations.NullMarked;
