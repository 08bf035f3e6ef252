/** Metrics and calendars in comma-separated files. */
@NullMarked
package dev.kickoff.connectors.csv;

import org.jspecify.annotations.NullMarked;
