package dev.kickoff.jobs.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Objects;

/** Holds answers against the response that the contract names for a route. */
public final class ContractCheck {
  private static final JsonNode CONTRACT = read();

  private ContractCheck() {}

  private static JsonNode read() {
    try (InputStream in = ContractCheck.class.getResourceAsStream("/api/openapi.yaml")) {
      return new YAMLMapper().readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The answer as JSON, once the contract knows the status and the body has its shape.
   *
   * @param path as the contract writes it, such as {@code /v1/fleets/{group}}
   */
  public static JsonNode keeps(String method, String path, HttpResponse<String> answer)
      throws IOException {
    JsonNode operation = CONTRACT.path("paths").path(path).path(method);
    assertThat(operation.isMissingNode()).as("contract has %s %s", method, path).isFalse();
    JsonNode response = operation.path("responses").path(String.valueOf(answer.statusCode()));
    assertThat(response.isMissingNode())
        .as("contract knows status %s of %s: %s", answer.statusCode(), path, answer.body())
        .isFalse();
    JsonNode named =
        response.has("$ref")
            ? CONTRACT.at(response.path("$ref").asText("").substring(1))
            : response;
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    JsonNode content = named.path("content").path(type);
    assertThat(content.isMissingNode()).as("%s answers with %s", path, type).isFalse();
    JsonNode body = new ObjectMapper().readTree(answer.body());
    ObjectNode schema = ((ObjectNode) content.path("schema")).deepCopy();
    schema.set("components", CONTRACT.path("components"));
    assertThat(
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(
                    schema, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build())
                .validate(body))
        .as("%s keeps its contract: %s", path, answer.body())
        .isEmpty();
    return body;
  }
}
