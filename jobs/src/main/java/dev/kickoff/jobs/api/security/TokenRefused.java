package dev.kickoff.jobs.api.security;

/** A token that proves nothing; the message says why, and never holds a part of the token. */
public final class TokenRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TokenRefused(String why) {
    super(why, null, false, false);
  }
}
