package dev.kickoff.jobs.api.security.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.kickoff.jobs.api.security.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** An identity provider of the test: it signs tokens and publishes its keys in a file. */
public final class Issuer {
  static final String NAME = "https://id.example.com";
  static final String AUDIENCE = "kickoff";

  private final Path file;
  private final RSAKey rsa;
  private final ECKey ec;

  /** An issuer with new keys, published in {@code file}. */
  public Issuer(Path file) throws JOSEException, IOException {
    this.file = file;
    rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
    ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
    publish(rsa, ec);
  }

  RSAKey rsa() {
    return rsa;
  }

  ECKey ec() {
    return ec;
  }

  void publish(JWK... keys) throws IOException {
    Files.writeString(file, new JWKSet(List.of(keys)).toString(true)); // public halves only
  }

  /** How the API is told of it. */
  public JwtSettings settings() {
    return new JwtSettings(
        NAME,
        AUDIENCE,
        file.toUri(),
        "sub",
        "groups",
        Map.of(
            "viewers", Role.VIEWER,
            "operators", Role.OPERATOR,
            "approvers", Role.APPROVER,
            "admins", Role.ADMIN));
  }

  /** Claims that hold at {@code now}, for five minutes. */
  public static JWTClaimsSet.Builder claims(Instant now, String... groups) {
    return new JWTClaimsSet.Builder()
        .issuer(NAME)
        .audience(AUDIENCE)
        .subject("olivia")
        .claim("groups", List.of(groups))
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
  }

  /** A token signed with RS256. */
  public String sign(JWTClaimsSet claims) throws JOSEException {
    return sign(claims, JWSAlgorithm.RS256, "rsa", new RSASSASigner(rsa));
  }

  String signWithCurve(JWTClaimsSet claims) throws JOSEException {
    return sign(claims, JWSAlgorithm.ES256, "ec", new ECDSASigner(ec));
  }

  /** A token of any algorithm, key id and signer. */
  static String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, String keyId, JWSSigner signer)
      throws JOSEException {
    SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
    token.sign(signer);
    return token.serialize();
  }

  /** Tokens that prove nothing, by what is wrong with them. */
  public Map<String, String> worthless(Instant now) throws JOSEException {
    JWTClaimsSet good = claims(now, "admins").build();
    RSAKey other = new RSAKeyGenerator(2048).keyID("rsa").generate();
    Date past = Date.from(now.minusSeconds(600));
    return Map.of(
        "expired", sign(new JWTClaimsSet.Builder(good).expirationTime(past).build()),
        "not yet valid",
            sign(claims(now, "admins").notBeforeTime(Date.from(now.plusSeconds(600))).build()),
        "without expiry", sign(new JWTClaimsSet.Builder(good).expirationTime(null).build()),
        "of another issuer", sign(claims(now, "admins").issuer("https://id.example.org").build()),
        "for another audience", sign(claims(now, "admins").audience("payroll").build()),
        "of another key", sign(good, JWSAlgorithm.RS256, "rsa", new RSASSASigner(other)),
        "of RS512", sign(good, JWSAlgorithm.RS512, "rsa", new RSASSASigner(rsa)),
        "of HS256 with the public key as secret",
            sign(good, JWSAlgorithm.HS256, "rsa", new MACSigner(rsa.toRSAPublicKey().getEncoded())),
        "of no algorithm", new PlainJWT(good).serialize(),
        "changed", changed(sign(claims(now, "viewers").build())));
  }

  private static String changed(String token) {
    String[] parts = token.split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String more = claims.replace("viewers", "admins");
    return parts[0]
        + "."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(more.getBytes(StandardCharsets.UTF_8))
        + "."
        + parts[2];
  }
}
