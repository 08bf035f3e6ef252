/** The chained record of what people and programs asked for, denials included. */
@NullMarked
package dev.kickoff.jobs.api.audit;

import org.jspecify.annotations.NullMarked;
