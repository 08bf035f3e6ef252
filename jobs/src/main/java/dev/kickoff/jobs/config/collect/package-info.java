/** What the collector is told. */
@NullMarked
package dev.kickoff.jobs.config.collect;

import org.jspecify.annotations.NullMarked;
