package dev.kickoff.jobs.config.api;

import dev.kickoff.connectors.Problem;
import dev.kickoff.jobs.api.security.Role;
import dev.kickoff.jobs.api.security.jwt.JwtSettings;
import dev.kickoff.jobs.config.yaml.YamlSection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The key {@code oidc}: whose tokens are taken. Required: {@code issuer}, {@code audience}, {@code
 * jwks}, an https address or a file of the issuer's keys, and {@code roles: {claim, viewer,
 * operator, approver, admin}}, which lists for each role the values of the claim that give it.
 * Optional: {@code name}, the claim that names a person for good (default: {@code sub}).
 */
final class OidcSection {
  private static final String EXAMPLE = "{issuer: https://id.example.com, audience: kickoff}";
  private static final String ROLES = "{claim: groups, viewer: [everybody]}";
  private static final String KEYS = "https://id.example.com/keys";

  private final YamlSection section;
  private final Path file;

  private OidcSection(YamlSection section, Path file) {
    this.section = section;
    this.file = file;
  }

  /** Whose tokens are taken; empty where the key is absent, or refused. */
  static Optional<JwtSettings> read(YamlSection root, Path file) {
    return root.section("oidc", EXAMPLE).flatMap(oidc -> new OidcSection(oidc, file).read());
  }

  private Optional<JwtSettings> read() {
    section.require("issuer", "https://id.example.com");
    section.require("audience", "kickoff");
    section.require("jwks", KEYS);
    section.require("roles", ROLES);
    Optional<String> issuer = section.text("issuer");
    Optional<String> audience = section.text("audience");
    Optional<URI> keys = section.text("jwks").flatMap(this::keys);
    String name = section.text("name").orElse("sub");
    Optional<YamlSection> roles = section.section("roles", ROLES);
    Optional<String> claim = roles.flatMap(OidcSection::claim);
    Map<String, Role> given = roles.map(OidcSection::roles).orElse(Map.of());
    section.refuseUnknownKeys();
    if (issuer.isEmpty() || audience.isEmpty() || keys.isEmpty() || claim.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new JwtSettings(issuer.get(), audience.get(), keys.get(), name, claim.get(), given));
  }

  private Optional<URI> keys(String text) {
    if (!text.contains("://")) {
      Path keys = file.resolveSibling(text);
      if (Files.isReadable(keys)) {
        return Optional.of(keys.toAbsolutePath().toUri());
      }
      section.refuse("jwks", " '" + Problem.brief(text) + "' cannot be read", "correct its name");
      return Optional.empty();
    }
    try {
      URI uri = URI.create(text);
      if ("https".equals(uri.getScheme()) && uri.getHost() != null) {
        return Optional.of(uri);
      }
    } catch (IllegalArgumentException e) {
      // told below, with all other texts that are no such address
    }
    String what = " '" + Problem.brief(text) + "' is neither https:// nor a file";
    section.refuse("jwks", what, "write " + KEYS + ", or the name of a file");
    return Optional.empty();
  }

  private static Optional<String> claim(YamlSection roles) {
    roles.require("claim", "groups");
    return roles.text("claim");
  }

  private static Map<String, Role> roles(YamlSection roles) {
    Map<String, Role> given = new HashMap<>();
    for (Role role : Role.values()) {
      String key = role.name().toLowerCase(Locale.ROOT);
      for (String value : roles.list(key)) {
        Role other = given.putIfAbsent(value, role);
        if (other != null) {
          String what = " has '" + Problem.brief(value) + "', which gives " + other + " already";
          roles.refuse(key, what, "list each value once");
        }
      }
    }
    roles.refuseUnknownKeys();
    if (given.isEmpty()) {
      roles.require("viewer", "[everybody], or nobody could come in");
    }
    return given;
  }
}
