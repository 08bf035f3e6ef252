package dev.kickoff.jobs.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the API's contract, {@code api/openapi.yaml}, says of JSON bodies.
 *
 * <p>Its schemas are read as those of JSON Schema 2020-12, which say the same with the words that
 * the contract uses; formats are checked.
 */
final class BodySchemas {
  private static final String RESOURCE = "/api/openapi.yaml";
  private static final BodySchemas CURRENT = new BodySchemas(read());

  private final Map<String, JsonSchema> bodies = new HashMap<>();

  private BodySchemas(JsonNode document) {
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    for (JsonNode path : document.path("paths")) {
      for (JsonNode operation : path) {
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        if (!schema.isMissingNode()) {
          ObjectNode root = ((ObjectNode) schema).deepCopy();
          root.set("components", document.path("components"));
          bodies.put(operation.path("operationId").asText(), factory.getSchema(root, strict()));
        }
      }
    }
  }

  private static SchemaValidatorsConfig strict() {
    return SchemaValidatorsConfig.builder()
        .formatAssertionsEnabled(true)
        .pathType(PathType.JSON_POINTER)
        .locale(Locale.ENGLISH)
        .build();
  }

  private static JsonNode read() {
    try (InputStream in = BodySchemas.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from this program");
      }
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  /** The contract of this build. */
  static BodySchemas current() {
    return CURRENT;
  }

  /**
   * The schema of an operation's JSON body.
   *
   * @throws IllegalArgumentException when the operation takes none
   */
  JsonSchema body(String operationId) {
    JsonSchema schema = bodies.get(operationId);
    if (schema == null) {
      throw new IllegalArgumentException("operation " + operationId + " takes no JSON body");
    }
    return schema;
  }
}
