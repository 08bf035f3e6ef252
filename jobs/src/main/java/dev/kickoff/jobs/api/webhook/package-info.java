/** Tells receivers outside of decisions, alarms and orders: signed, in order, tried again. */
@NullMarked
package dev.kickoff.jobs.api.webhook;

import org.jspecify.annotations.NullMarked;
