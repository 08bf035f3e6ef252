/** Metrics of a stretch that is over, pulled once and written as a load test. */
@NullMarked
package dev.kickoff.jobs.collect.pull;

import org.jspecify.annotations.NullMarked;
