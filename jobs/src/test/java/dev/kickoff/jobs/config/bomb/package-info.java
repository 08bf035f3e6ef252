@NullMarked
package dev.kickoff.jobs.config.bomb;

import org.jspecify.annotations.NullMarked;
