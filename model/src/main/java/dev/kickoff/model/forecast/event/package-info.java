/** What planned events do to demand: terms by phase, windows, and what past events left. */
@NullMarked
package dev.kickoff.model.forecast.event;

import org.jspecify.annotations.NullMarked;
