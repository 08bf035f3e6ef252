package dev.kickoff.jobs.api.security.jwt;

import dev.kickoff.jobs.api.security.Role;
import java.net.URI;
import java.util.Map;

/**
 * Whose tokens are taken, and what they say.
 *
 * @param issuer what {@code iss} must be, exactly
 * @param audience what {@code aud} must hold
 * @param keys where the issuer publishes its keys: an {@code https} address of a JWK set, or a
 *     {@code file} of one
 * @param nameClaim the claim that names a person for good, such as {@code sub}
 * @param rolesClaim the claim that lists what they are; dots lead into objects, as in {@code
 *     realm_access.roles}
 * @param roles by what the claim lists; what is not listed here gives no role
 */
public record JwtSettings(
    String issuer,
    String audience,
    URI keys,
    String nameClaim,
    String rolesClaim,
    Map<String, Role> roles) {
  public JwtSettings {
    roles = Map.copyOf(roles);
    String scheme = String.valueOf(keys.getScheme());
    if (!scheme.equals("https") && !scheme.equals("file")) {
      throw new IllegalArgumentException(keys + " is neither an https address nor a file");
    }
  }
}
