/** The topics: their names, settings and wire formats, and plain ways to read and write them. */
@NullMarked
package dev.kickoff.connectors.kafka;

import org.jspecify.annotations.NullMarked;
