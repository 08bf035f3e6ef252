/** The gate before a group is given to Kickoff, run over files. */
@NullMarked
package dev.kickoff.jobs.offline.gate;

import org.jspecify.annotations.NullMarked;
