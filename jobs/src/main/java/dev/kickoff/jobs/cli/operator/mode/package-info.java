/** {@code kickoff mode}: whether decisions about a group reach it. */
@NullMarked
package dev.kickoff.jobs.cli.operator.mode;

import org.jspecify.annotations.NullMarked;
