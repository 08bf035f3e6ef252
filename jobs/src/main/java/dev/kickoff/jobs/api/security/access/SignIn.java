package dev.kickoff.jobs.api.security.access;

import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.security.Caller;
import dev.kickoff.jobs.api.security.TokenCheck;
import dev.kickoff.jobs.api.security.TokenRefused;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a token is taken for a caller. Tokens that prove nothing are answered with 401, and with 429
 * once an address has sent too many; a good token passes all the same, so that nobody can lock out
 * those who share an address.
 */
final class SignIn {
  private static final Pattern BEARER = Pattern.compile("(?i)bearer +([A-Za-z0-9._~+/-]+=*)");
  private static final String CHALLENGE = "Bearer realm=\"kickoff\"";
  private static final String REMEDY =
      "send 'Authorization: Bearer TOKEN', or sign in at the console";

  private final TokenCheck tokens;
  private final RequestLimits limits;

  SignIn(TokenCheck tokens, RequestLimits limits) {
    this.tokens = tokens;
    this.limits = limits;
  }

  Caller bearer(Context ctx) {
    Matcher header = BEARER.matcher(Optional.ofNullable(ctx.header("Authorization")).orElse(""));
    if (!header.matches()) {
      DeniedToken.note(ctx);
      limits.takeOfFailures(ctx);
      throw refusal("the header Authorization holds no bearer token; " + REMEDY)
          .with("WWW-Authenticate", CHALLENGE + ", error=\"invalid_request\"");
    }
    return caller(ctx, header.group(1));
  }

  Caller caller(Context ctx, String token) {
    try {
      return tokens.check(token);
    } catch (TokenRefused e) {
      DeniedToken.note(ctx);
      limits.takeOfFailures(ctx);
      throw refusal(e.getMessage() + "; " + REMEDY)
          .with("WWW-Authenticate", CHALLENGE + ", error=\"invalid_token\"");
    }
  }

  static Refusal nobody(Context ctx) {
    String why =
        SessionCookie.of(ctx).isPresent() ? "this session has ended" : "nobody is signed in";
    return refusal(why + "; " + REMEDY).with("WWW-Authenticate", CHALLENGE);
  }

  private static Refusal refusal(String detail) {
    return new Refusal(401, detail);
  }
}
