package dev.kickoff.jobs.api.security;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Tokens that are known beforehand, each with its holder: the development token, and those that
 * tests make. There is no token until one is {@link #issue issued} or {@link #know made known}.
 */
public final class KnownTokens implements TokenCheck {
  private record Known(byte[] digest, Caller holder) {}

  private final List<Known> known = new CopyOnWriteArrayList<>();
  private final Map<Role, String> byRole = new EnumMap<>(Role.class);

  /** One random token for each role; its holder is called as the role, in lower case. */
  public static KnownTokens oneForEachRole() {
    KnownTokens tokens = new KnownTokens();
    for (Role role : Role.values()) {
      Caller holder = new Caller(role.name().toLowerCase(Locale.ROOT), Set.of(role));
      tokens.byRole.put(role, tokens.issue(holder));
    }
    return tokens;
  }

  /** The token of a role. */
  public String of(Role role) {
    String token = byRole.get(role);
    if (token == null) {
      throw new IllegalStateException("no token was made for " + role);
    }
    return token;
  }

  /** A new random token for a caller. */
  public String issue(Caller holder) {
    String token = Secrets.create();
    know(token, holder);
    return token;
  }

  /** Makes a token known. */
  public void know(String token, Caller holder) {
    known.add(new Known(Secrets.digest(token), holder));
  }

  @Override
  public Caller check(String token) {
    Caller found = null;
    for (Known each : known) { // all of them, whether one was found or not
      if (Secrets.matches(token, each.digest())) {
        found = each.holder();
      }
    }
    if (found == null) {
      throw new TokenRefused("the token is not known here");
    }
    return found;
  }
}
