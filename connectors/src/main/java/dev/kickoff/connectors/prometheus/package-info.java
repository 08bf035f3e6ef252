/** Metrics that Prometheus, or what speaks its HTTP API, keeps. */
@NullMarked
package dev.kickoff.connectors.prometheus;

import org.jspecify.annotations.NullMarked;
