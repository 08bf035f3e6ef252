package dev.kickoff.jobs.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The contract of the API, as a judge of requests and answers. */
final class Contract {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final JsonNode root;

  private Contract(JsonNode root) {
    this.root = root;
  }

  static Contract ofTheApi() {
    try (InputStream file = Contract.class.getResourceAsStream("/api/openapi.yaml")) {
      return new Contract(new ObjectMapper(new YAMLFactory()).readTree(file));
    } catch (IOException e) {
      throw new IllegalStateException("the contract cannot be read", e);
    }
  }

  /** An operation of the contract. */
  record Operation(String path, JsonNode json) {
    String id() {
      return json.path("operationId").asText();
    }

    boolean needsToken() {
      return !json.path("x-kickoff-role").asText().equals("none");
    }
  }

  /** A request as it came. */
  record Request(String method, String path, String query, Map<String, String> headers) {}

  /** The operation that a request asks for; paths without parameters come first. */
  Optional<Operation> operation(Request request) {
    List<Operation> found = new ArrayList<>();
    root.path("paths")
        .properties()
        .forEach(
            path -> {
              JsonNode operation =
                  path.getValue().path(request.method().toLowerCase(java.util.Locale.ROOT));
              String form = path.getKey().replaceAll("\\{[^}]+}", "[^/]+");
              if (!operation.isMissingNode() && Pattern.matches(form, request.path())) {
                found.add(new Operation(path.getKey(), operation));
              }
            });
    return found.stream()
        .filter(o -> !o.path().contains("{"))
        .findFirst()
        .or(found.stream()::findFirst);
  }

  /** What is wrong with a request, a sentence each. */
  List<String> wrong(Operation operation, Request request, String body) {
    List<String> wrong = new ArrayList<>();
    Map<String, JsonNode> declared = new LinkedHashMap<>();
    for (JsonNode parameter : operation.json().path("parameters")) {
      JsonNode known = resolved(parameter);
      declared.put(known.path("in").asText() + " " + known.path("name").asText(), known);
    }
    query(request.query())
        .forEach(
            (name, value) -> {
              JsonNode known = declared.get("query " + name);
              if (known == null) {
                wrong.add("unknown parameter " + name);
              } else {
                wrong.addAll(broken(known.path("schema"), typed(value, known.path("schema"))));
              }
            });
    declared.forEach(
        (name, known) -> {
          if (name.startsWith("header ")) {
            wrong.addAll(header(known, request.headers()));
          }
        });
    JsonNode content = operation.json().path("requestBody").path("content");
    if (!content.isMissingNode()) {
      wrong.addAll(body(content, String.valueOf(request.headers().get("content-type")), body));
    } else if (!body.isEmpty()) {
      wrong.add("a body where none is asked for");
    }
    return wrong;
  }

  private List<String> header(JsonNode known, Map<String, String> headers) {
    String name = known.path("name").asText();
    String value = headers.get(name.toLowerCase(java.util.Locale.ROOT));
    if (value == null) {
      // The contract lets a write go without a key; this client always sends one.
      return List.of("no header " + name);
    }
    return broken(known.path("schema"), JSON.getNodeFactory().textNode(value));
  }

  private List<String> body(JsonNode content, String type, String body) {
    JsonNode kind = content.path(type);
    if (kind.isMissingNode()) {
      return List.of("content type " + type);
    }
    try {
      JsonNode read =
          type.equals("application/json")
              ? JSON.readTree(body)
              : JSON.getNodeFactory().textNode(body);
      return broken(kind.path("schema"), read);
    } catch (IOException e) {
      return List.of("a body that is no JSON: " + e.getMessage());
    }
  }

  /** What is wrong with an answer, a sentence each. */
  List<String> wrongAnswer(Operation operation, int status, String body) {
    JsonNode response = resolved(operation.json().path("responses").path(Integer.toString(status)));
    if (response.isMissingNode()) {
      // Every route may refuse a token or a role, whatever it says of itself.
      return status == 401 || status == 403 || status >= 429 || status == 412
          ? List.of()
          : List.of(operation.id() + " never answers " + status);
    }
    JsonNode content = response.path("content");
    JsonNode json = content.path("application/json");
    JsonNode kind = json.isMissingNode() ? content.path("application/problem+json") : json;
    try {
      return kind.isMissingNode()
          ? List.of()
          : broken(kind.path("schema"), JSON.readTree(body)).stream()
              .map(each -> operation.id() + " " + status + ": " + each)
              .toList();
    } catch (IOException e) {
      return List.of("an answer that is no JSON: " + body);
    }
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : root.at(reference.substring(1));
  }

  private List<String> broken(JsonNode schema, JsonNode value) {
    ObjectNode whole = JSON.createObjectNode();
    whole.set("components", root.path("components"));
    whole.putArray("allOf").add(schema);
    JsonSchema judge = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(whole);
    return new TreeSet<>(judge.validate(value).stream().map(ValidationMessage::getMessage).toList())
        .stream().toList();
  }

  private static JsonNode typed(String value, JsonNode schema) {
    try {
      return schema.path("type").asText().equals("string")
          ? JSON.getNodeFactory().textNode(value)
          : JSON.readTree(value);
    } catch (IOException e) {
      return JSON.getNodeFactory().textNode(value);
    }
  }

  static Map<String, String> query(String query) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String part : query.isEmpty() ? new String[0] : query.split("&")) {
      int equals = part.indexOf('=');
      found.put(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
    }
    return found;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
