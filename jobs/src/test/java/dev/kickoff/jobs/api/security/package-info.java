/** Tests of who asks and what they may. */
@NullMarked
package dev.kickoff.jobs.api.security;

import org.jspecify.annotations.NullMarked;
