/** What the API answers when it is read: fleets, decisions, events, inputs, the past. */
@NullMarked
package dev.kickoff.jobs.api.read;

import org.jspecify.annotations.NullMarked;
