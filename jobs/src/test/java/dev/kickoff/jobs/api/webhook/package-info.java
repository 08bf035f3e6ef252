/** Tests of webhooks against receivers of this machine. */
@NullMarked
package dev.kickoff.jobs.api.webhook;

import org.jspecify.annotations.NullMarked;
