/** Results of load tests: our own table, Locust's history and k6's points, beside the processor. */
@NullMarked
package dev.kickoff.connectors.csv.loadtest;

import org.jspecify.annotations.NullMarked;
