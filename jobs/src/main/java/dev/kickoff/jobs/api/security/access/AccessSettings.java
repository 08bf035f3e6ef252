package dev.kickoff.jobs.api.security.access;

import dev.kickoff.jobs.api.security.TokenCheck;
import dev.kickoff.jobs.api.security.limit.Allowance;
import java.net.URI;
import java.util.Set;

/**
 * Who may pass and how often.
 *
 * @param tokens what tells who holds a token
 * @param origins where browsers find the console beside the address that it listens on, such as
 *     {@code https://kickoff.example.com}: with one in https, cookies are sent over TLS only
 * @param limits how often
 */
public record AccessSettings(TokenCheck tokens, Set<URI> origins, Limits limits) {

  /**
   * How often.
   *
   * @param address all requests of one network address
   * @param reads of one caller
   * @param writes of one caller
   * @param failures tokens of one address that proved nothing
   */
  public record Limits(Allowance address, Allowance reads, Allowance writes, Allowance failures) {
    /** Enough for a team and its scripts; 500 reads a second of one caller stay below it. */
    public static final Limits STANDARD =
        new Limits(
            new Allowance(4_000, 2_000),
            new Allowance(2_000, 1_000),
            new Allowance(60, 10),
            new Allowance(10, 0.2));
  }

  public AccessSettings {
    origins = Set.copyOf(origins);
  }

  /** With the standard limits, at the address that is listened on. */
  public static AccessSettings of(TokenCheck tokens) {
    return new AccessSettings(tokens, Set.of(), Limits.STANDARD);
  }
}
