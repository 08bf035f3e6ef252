/** Public holidays of countries and their parts, by rules that come with a library. */
@NullMarked
package dev.kickoff.connectors.holidays;

import org.jspecify.annotations.NullMarked;
