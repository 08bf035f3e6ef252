/** How requests divide among APIs, read from YAML. */
@NullMarked
package dev.kickoff.jobs.config.mix;

import org.jspecify.annotations.NullMarked;
