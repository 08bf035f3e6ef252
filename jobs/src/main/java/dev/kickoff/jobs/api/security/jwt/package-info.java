/** Tokens that an identity provider signed: OpenID Connect and other JWTs. */
@NullMarked
package dev.kickoff.jobs.api.security.jwt;

import org.jspecify.annotations.NullMarked;
