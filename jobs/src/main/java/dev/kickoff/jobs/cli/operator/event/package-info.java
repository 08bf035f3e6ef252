/** {@code kickoff event} over the API: events listed, added, moved, called off, imported. */
@NullMarked
package dev.kickoff.jobs.cli.operator.event;

import org.jspecify.annotations.NullMarked;
