/** Browser sessions: a cookie and a CSRF token in place of the token they were traded for. */
@NullMarked
package dev.kickoff.jobs.api.security.session;

import org.jspecify.annotations.NullMarked;
