package dev.kickoff.jobs.api.security.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.kickoff.jobs.api.security.Caller;
import dev.kickoff.jobs.api.security.Role;
import dev.kickoff.jobs.api.security.TokenRefused;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtTokensTest {
  private static final Instant NOW = Instant.parse("2026-06-19T12:00:00Z");

  private Path keys;
  private Issuer issuer;
  private JwtTokens tokens;

  @BeforeEach
  void publish(@TempDir Path folder) throws Exception {
    keys = folder.resolve("jwks.json");
    issuer = new Issuer(keys);
    tokens = tokens(Duration.ofMinutes(4));
  }

  private JwtTokens tokens(Duration pause) {
    return new JwtTokens(issuer.settings(), () -> NOW, pause);
  }

  @Test
  void takesTokensOfTheIssuerOfBothAlgorithms() throws Exception {
    JWTClaimsSet claims = Issuer.claims(NOW, "operators", "approvers", "choir").build();
    Caller olivia = new Caller("olivia", Set.of(Role.OPERATOR, Role.APPROVER));
    assertThat(tokens.check(issuer.sign(claims))).isEqualTo(olivia);
    assertThat(tokens.check(issuer.signWithCurve(claims))).isEqualTo(olivia);
  }

  @Test
  void refusesWhatProvesNothing() throws Exception {
    for (Map.Entry<String, String> token : issuer.worthless(NOW).entrySet()) {
      assertThatThrownBy(() -> tokens.check(token.getValue()))
          .as(token.getKey())
          .isInstanceOf(TokenRefused.class);
    }
    assertThat(issuer.worthless(NOW)).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "a.b.c", "....", "eyJhbGciOiJSUzI1NiJ9..", "\u0000.\u0000.\u0000"})
  void refusesWhatIsNoToken(String text) {
    assertThatThrownBy(() -> tokens.check(text)).isInstanceOf(TokenRefused.class);
  }

  @Test
  void refusesATokenWithoutMeasure() {
    assertThatThrownBy(() -> tokens.check("a".repeat(8_193)))
        .hasMessage("the token has over 8192 characters");
  }

  @Test
  void givesAMinuteOfGraceToClocks() throws Exception {
    JWTClaimsSet claims =
        Issuer.claims(NOW.minusSeconds(5 * 60 + 59), "viewers").build(); // ended 59 s ago
    assertThat(tokens.check(issuer.sign(claims)).name()).isEqualTo("olivia");
    JWTClaimsSet gone = Issuer.claims(NOW.minusSeconds(6 * 60 + 1), "viewers").build();
    assertThatThrownBy(() -> tokens.check(issuer.sign(gone))).hasMessageContaining("Expired");
  }

  @Test
  void whoHasNoRoleHereIsToldSo() throws Exception {
    String token = issuer.sign(Issuer.claims(NOW, "choir").build());
    assertThatThrownBy(() -> tokens.check(token))
        .hasMessage(
            "'olivia' has no role here: claim 'groups' lists none of those in the API's"
                + " configuration");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kickoff", " ", "a\nb"})
  void nobodyIsCalledAsTheEngineOrHasALineBreakInTheName(String name) throws Exception {
    String token = issuer.sign(Issuer.claims(NOW, "admins").subject(name).build());
    assertThatThrownBy(() -> tokens.check(token)).hasMessageContaining("is no name");
  }

  @Test
  void rolesMayStandInAnObjectOrInOneText() throws Exception {
    JwtSettings plain = issuer.settings();
    JwtSettings nested =
        new JwtSettings(
            plain.issuer(), plain.audience(), plain.keys(), "sub", "access.roles", plain.roles());
    JwtTokens deeper = new JwtTokens(nested, () -> NOW, Duration.ofMinutes(4));
    JWTClaimsSet claims =
        Issuer.claims(NOW).claim("access", Map.of("roles", "choir operators")).build();
    assertThat(deeper.check(issuer.sign(claims)).roles()).containsExactly(Role.OPERATOR);
  }

  @Test
  void aNewKeyOfTheIssuerIsReadOnceItIsMet() throws Exception {
    JWTClaimsSet claims = Issuer.claims(NOW, "viewers").build();
    assertThat(tokens.check(issuer.sign(claims)).name()).isEqualTo("olivia");
    RSAKey next = new RSAKeyGenerator(2048).keyID("next").generate();
    String token = Issuer.sign(claims, JWSAlgorithm.RS256, "next", new RSASSASigner(next));
    issuer.publish(issuer.rsa(), next);
    assertThat(tokens.check(token).name()).isEqualTo("olivia");
  }

  @Test
  void unknownKeysDoNotMakeItAskTheIssuerAgainAndAgain() throws Exception {
    JWTClaimsSet claims = Issuer.claims(NOW, "viewers").build();
    assertThat(tokens.check(issuer.sign(claims)).name()).isEqualTo("olivia");
    RSAKey next = new RSAKeyGenerator(2048).keyID("next").generate();
    String token = Issuer.sign(claims, JWSAlgorithm.RS256, "next", new RSASSASigner(next));
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> tokens.check(token)).isInstanceOf(TokenRefused.class);
    }
    issuer.publish(issuer.rsa(), next); // too late: it was asked twice within the pause
    assertThatThrownBy(() -> tokens.check(token)).isInstanceOf(TokenRefused.class);
    assertThat(tokens.check(issuer.sign(claims)).name()).isEqualTo("olivia");
  }

  @Test
  void keysOnceReadServeWhileTheyCannotBeReadAgain() throws Exception {
    JWTClaimsSet claims = Issuer.claims(NOW, "viewers").build();
    JwtTokens eager = tokens(Duration.ofMillis(1));
    assertThat(eager.check(issuer.sign(claims)).name()).isEqualTo("olivia");
    Files.delete(keys);
    assertThat(eager.check(issuer.sign(claims)).name()).isEqualTo("olivia");
  }

  @Test
  void keysAreReadFromAFileOrOverHttpsOnly() {
    JwtSettings plain = issuer.settings();
    assertThatThrownBy(
            () ->
                new JwtSettings(
                    plain.issuer(),
                    plain.audience(),
                    URI.create("http://id.example.com/jwks"),
                    "sub",
                    "groups",
                    plain.roles()))
        .hasMessageContaining("is neither an https address nor a file");
  }
}
