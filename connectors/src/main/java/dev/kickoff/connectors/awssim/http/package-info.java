/** A small HTTP server whose Date header is the caller's to set. */
@NullMarked
package dev.kickoff.connectors.awssim.http;

import org.jspecify.annotations.NullMarked;
