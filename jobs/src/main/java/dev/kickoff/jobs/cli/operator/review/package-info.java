/** {@code kickoff approve}: what waits for a person. */
@NullMarked
package dev.kickoff.jobs.cli.operator.review;

import org.jspecify.annotations.NullMarked;
