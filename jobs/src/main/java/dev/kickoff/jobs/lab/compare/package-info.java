/** Variants of a policy played under the same days and draws, judged, reported and remembered. */
@NullMarked
package dev.kickoff.jobs.lab.compare;

import org.jspecify.annotations.NullMarked;
