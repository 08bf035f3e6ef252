package dev.kickoff.jobs.api.security.jwt;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.kickoff.jobs.api.security.Caller;
import dev.kickoff.jobs.api.security.Role;
import dev.kickoff.jobs.api.security.TokenRefused;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the claims of a verified token say of its holder. */
final class JwtClaims {
  private static final int LONGEST_NAME = 200;

  /** What the engine calls itself where it asks for something. */
  private static final String ENGINE = "kickoff";

  private final JwtSettings settings;

  JwtClaims(JwtSettings settings) {
    this.settings = settings;
  }

  Caller caller(JWTClaimsSet claims) {
    String name = String.valueOf(claims.getClaim(settings.nameClaim())).strip();
    boolean plain = name.chars().noneMatch(Character::isISOControl);
    if (name.isEmpty() || name.length() > LONGEST_NAME || !plain || name.equals(ENGINE)) {
      throw new TokenRefused("claim '" + settings.nameClaim() + "' of the token is no name");
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String listed : listed(claim(claims.getClaims(), settings.rolesClaim()))) {
      Role role = settings.roles().get(listed);
      if (role != null) {
        roles.add(role);
      }
    }
    if (roles.isEmpty()) {
      throw new TokenRefused(
          "'"
              + name
              + "' has no role here: claim '"
              + settings.rolesClaim()
              + "' lists none of those in the API's configuration");
    }
    return new Caller(name, roles);
  }

  private static @Nullable Object claim(Map<String, Object> claims, String path) {
    Object found = claims.get(path); // a name may hold dots itself
    if (found == null && path.contains(".")) {
      int dot = path.indexOf('.');
      if (claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
        @SuppressWarnings("unchecked") // the keys of a JSON object are text
        Map<String, Object> deeper = (Map<String, Object>) inner;
        return claim(deeper, path.substring(dot + 1));
      }
    }
    return found;
  }

  private static List<String> listed(@Nullable Object claim) {
    if (claim instanceof Collection<?> items) {
      return items.stream().map(String::valueOf).toList();
    }
    return claim instanceof String text ? Arrays.asList(text.split(" +")) : List.of();
  }
}
