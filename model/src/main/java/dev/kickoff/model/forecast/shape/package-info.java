/**
 * Shapes of demand over time in log units: what is usual at an hour of the week, and at an event.
 */
@NullMarked
package dev.kickoff.model.forecast.shape;

import org.jspecify.annotations.NullMarked;
