/** Who controls, where several could: a partition, a lease and an epoch. */
@NullMarked
package dev.kickoff.jobs.control.lead;

import org.jspecify.annotations.NullMarked;
