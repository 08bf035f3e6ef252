/** The commands about planned events: {@code kickoff event …}. */
@NullMarked
package dev.kickoff.jobs.cli.event;

import org.jspecify.annotations.NullMarked;
