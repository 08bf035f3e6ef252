/** Who asks, what they may do, and the proof of it. */
@NullMarked
package dev.kickoff.jobs.api.security;

import org.jspecify.annotations.NullMarked;
