/** Reads YAML key by key, and names the place of what is wrong. */
@NullMarked
package dev.kickoff.jobs.config.yaml;

import org.jspecify.annotations.NullMarked;
