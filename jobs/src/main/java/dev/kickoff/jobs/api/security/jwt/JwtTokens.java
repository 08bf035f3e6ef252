package dev.kickoff.jobs.api.security.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.kickoff.jobs.api.security.Caller;
import dev.kickoff.jobs.api.security.TokenCheck;
import dev.kickoff.jobs.api.security.TokenRefused;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tokens that one issuer signed with RS256 or ES256, whatever their header says of other
 * algorithms. Issuer, audience, expiry and start are checked, with 60 seconds of grace.
 */
public final class JwtTokens implements TokenCheck {
  private static final Logger LOG = LoggerFactory.getLogger(JwtTokens.class);
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final int GRACE_SECONDS = 60;
  private static final int MOST_CHARACTERS = 8_192;

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private final JwtClaims claims;

  public JwtTokens(JwtSettings settings) {
    this(settings, InstantSource.system(), PAUSE);
  }

  /**
   * Tokens of an issuer.
   *
   * @param wall the clock that tells what has expired
   * @param pause the issuer's keys are read again at most twice in it
   */
  JwtTokens(JwtSettings settings, InstantSource wall, Duration pause) {
    this.claims = new JwtClaims(settings);
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), KeySets.at(settings.keys(), pause)));
    DefaultJWTClaimsVerifier<SecurityContext> verifier =
        new DefaultJWTClaimsVerifier<>(
            settings.audience(),
            new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
            Set.of("exp", settings.nameClaim())) {
          @Override
          protected Date currentTime() {
            return Date.from(wall.instant());
          }
        };
    verifier.setMaxClockSkew(GRACE_SECONDS);
    processor.setJWTClaimsSetVerifier(verifier);
  }

  @Override
  public Caller check(String token) {
    if (token.length() > MOST_CHARACTERS) {
      throw new TokenRefused("the token has over " + MOST_CHARACTERS + " characters");
    }
    try {
      return claims.caller(processor.process(token, null));
    } catch (ParseException e) {
      throw new TokenRefused("the token is no signed JWT");
    } catch (BadJOSEException e) {
      throw new TokenRefused("the token does not hold: " + e.getMessage());
    } catch (KeySourceException e) {
      LOG.warn("The keys of the issuer cannot be read", e);
      throw new TokenRefused("the keys of the issuer cannot be read now");
    } catch (JOSEException e) {
      throw new TokenRefused("the token cannot be verified");
    }
  }
}
