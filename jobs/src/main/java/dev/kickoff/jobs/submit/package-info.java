/** The forecast job as a program for a Flink cluster: what {@code flink run} calls. */
@NullMarked
package dev.kickoff.jobs.submit;

import org.jspecify.annotations.NullMarked;
