package dev.kickoff.jobs.api.security.session;

import dev.kickoff.jobs.api.security.Caller;
import java.time.Instant;

/**
 * A signed-in browser.
 *
 * @param caller who signed in, with the roles of that moment
 * @param csrf what every write of the browser repeats in a header
 * @param expiresAt wall time
 */
public record Session(Caller caller, String csrf, Instant expiresAt) {}
