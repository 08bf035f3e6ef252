/** What Prometheus may scrape; the only package that knows its client library. */
@NullMarked
package dev.kickoff.jobs.api.metrics;

import org.jspecify.annotations.NullMarked;
