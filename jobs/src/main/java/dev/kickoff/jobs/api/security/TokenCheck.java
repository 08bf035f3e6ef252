package dev.kickoff.jobs.api.security;

/** What tells who holds a token. */
public interface TokenCheck {
  /**
   * The holder of a token.
   *
   * @throws TokenRefused when nobody holds it, or it no longer holds
   */
  Caller check(String token);
}
