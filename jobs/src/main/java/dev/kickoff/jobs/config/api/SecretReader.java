package dev.kickoff.jobs.config.api;

import dev.kickoff.connectors.Problem;
import dev.kickoff.jobs.api.webhook.SigningKey;
import dev.kickoff.jobs.config.yaml.YamlSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where a webhook's secret is: either {@code secretFile}, relative to the file that is read, or
 * {@code secretVariable} of the environment. It holds {@code whsec_} and 24 to 64 bytes in Base64,
 * or two such on lines of their own while one replaces the other. No secret is ever repeated.
 */
final class SecretReader {
  private static final String SECRET = "whsec_ and the Base64 of 24 to 64 random bytes";
  private static final int MOST = 2;

  private final YamlSection section;
  private final Path file;
  private final Map<String, String> environment;

  /**
   * @param file that {@code section} is of
   * @param environment variables, by name
   */
  SecretReader(YamlSection section, Path file, Map<String, String> environment) {
    this.section = section;
    this.file = file;
    this.environment = environment;
  }

  /** The keys of the secrets; empty where none is given, or refused. */
  List<SigningKey> read() {
    if (section.has("secretFile") == section.has("secretVariable")) {
      section.refuse(
          "secretFile",
          " or secretVariable: one of them is needed",
          "name a file, or a variable of the environment, that holds " + SECRET);
      return List.of();
    }
    return section
        .text("secretFile")
        .map(this::fromFile)
        .or(() -> section.text("secretVariable").map(this::fromEnvironment))
        .orElse(List.of());
  }

  private List<SigningKey> fromEnvironment(String variable) {
    return keys("secretVariable", environment.getOrDefault(variable, ""));
  }

  private List<SigningKey> fromFile(String name) {
    try {
      return keys("secretFile", Files.readString(file.resolveSibling(name)));
    } catch (IOException e) {
      String what = " '" + Problem.brief(name) + "' cannot be read";
      section.refuse("secretFile", what, "write " + SECRET + " into it");
      return List.of();
    }
  }

  private List<SigningKey> keys(String key, String text) {
    try {
      List<SigningKey> keys =
          text.lines().map(String::strip).filter(l -> !l.isEmpty()).map(SigningKey::of).toList();
      if (!keys.isEmpty() && keys.size() <= MOST) {
        return keys;
      }
      section.refuse(key, " holds " + keys.size() + " secrets", "write one or two: " + SECRET);
    } catch (IllegalArgumentException e) {
      section.refuse(key, " holds what " + e.getMessage(), "write " + SECRET);
    }
    return List.of();
  }
}
