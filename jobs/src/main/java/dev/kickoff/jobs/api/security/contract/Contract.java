package dev.kickoff.jobs.api.security.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.kickoff.jobs.api.security.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The contract of the API: every route with the least role that may use it. The server enforces
 * what the published file says, so that no route can be open by oversight.
 */
public final class Contract {
  private static final String FILE = "/api/openapi.yaml";
  private static final String ROLE = "x-kickoff-role";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");

  private final String text;
  private final List<ContractRoute> routes;

  private Contract(String text, List<ContractRoute> routes) {
    this.text = text;
    this.routes = List.copyOf(routes);
  }

  /**
   * The published one.
   *
   * @throws IllegalStateException when a route of it names no role that is known
   */
  public static Contract load() {
    try (InputStream in = Contract.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("this build lacks " + FILE);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Contract(text, routes(new YAMLMapper().readTree(text)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  private static List<ContractRoute> routes(JsonNode document) {
    List<ContractRoute> routes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          routes.add(route(path.getKey(), operation.getKey(), operation.getValue()));
        }
      }
    }
    return routes;
  }

  private static ContractRoute route(String template, String method, JsonNode operation) {
    Set<String> consumes = new HashSet<>();
    operation.path("requestBody").path("content").fieldNames().forEachRemaining(consumes::add);
    return new ContractRoute(
        method.toUpperCase(Locale.ROOT),
        template,
        operation.path("operationId").asText(),
        role(template, operation.path(ROLE).asText()),
        consumes);
  }

  private static Optional<Role> role(String template, String name) {
    if (name.equals("none")) {
      return Optional.empty();
    }
    for (Role role : Role.values()) {
      if (role.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(role);
      }
    }
    throw new IllegalStateException(
        FILE + ": " + template + " has " + ROLE + " '" + name + "'; it must be none or a role");
  }

  /** The file itself. */
  public String text() {
    return text;
  }

  /** Every route, in the order of the file. */
  public List<ContractRoute> routes() {
    return routes;
  }

  /** The route of a request; HEAD is answered as GET. */
  public Optional<ContractRoute> route(String method, String path) {
    String asked = method.equals("HEAD") ? "GET" : method;
    return at(path).stream().filter(route -> route.method().equals(asked)).findFirst();
  }

  /** The routes at a path, the closest fit first. */
  public List<ContractRoute> at(String path) {
    List<String> parts = parts(path);
    return routes.stream()
        .filter(route -> route.matches(parts))
        .sorted(Comparator.comparingLong(ContractRoute::freedom))
        .toList();
  }

  static List<String> parts(String path) {
    return List.of(path.split("/", -1));
  }
}
