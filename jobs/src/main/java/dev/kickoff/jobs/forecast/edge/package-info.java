/** What flows between the job's operators: flat records that Flink serializes field by field. */
@NullMarked
package dev.kickoff.jobs.forecast.edge;

import org.jspecify.annotations.NullMarked;
