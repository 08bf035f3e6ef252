/** What {@code kickoff profile} does: reads load tests, and tells a host's profile. */
@NullMarked
package dev.kickoff.jobs.lab.profile;

import org.jspecify.annotations.NullMarked;
