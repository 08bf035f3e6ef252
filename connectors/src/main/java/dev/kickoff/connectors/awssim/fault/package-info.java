/** What goes wrong at the endpoint, all of it off unless it is asked for. */
@NullMarked
package dev.kickoff.connectors.awssim.fault;

import org.jspecify.annotations.NullMarked;
