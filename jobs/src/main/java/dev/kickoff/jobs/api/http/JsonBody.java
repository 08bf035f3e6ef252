package dev.kickoff.jobs.api.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.ValidationMessage;
import dev.kickoff.jobs.api.http.Problem.Field;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;

/**
 * The JSON body of a request, held against the contract before anything is done with it.
 *
 * <p>What is no JSON is answered with 400 and the line and column; what the operation's schema
 * refuses with 422 and every fault with its place.
 */
public final class JsonBody {
  private static final JsonMapper READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(50)
                          .maxNumberLength(100)
                          .maxStringLength(1 << 16)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonBody() {}

  /**
   * The body of a request for {@code operationId}, which follows its schema.
   *
   * @throws Refusal with 400 when it is not JSON
   * @throws Refusal when it is not what the operation takes
   */
  public static JsonNode of(Context ctx, String operationId) {
    JsonNode body = parsed(ctx.body());
    List<Field> faults =
        BodySchemas.current().body(operationId).validate(body).stream()
            .map(JsonBody::field)
            .distinct()
            .sorted(Comparator.comparing(Field::pointer).thenComparing(Field::detail))
            .toList();
    if (!faults.isEmpty()) {
      throw Refusal.body(faults);
    }
    return body;
  }

  /** The same as a record whose components are the body's fields. */
  public static <T> T of(Context ctx, String operationId, Class<T> type) {
    return ApiJson.MAPPER.convertValue(of(ctx, operationId), type);
  }

  private static JsonNode parsed(String text) {
    if (text.isBlank()) {
      throw new Refusal(400, "the body is empty; send a JSON object");
    }
    try {
      return READER.readTree(text);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String place = at == null ? "" : " line " + at.getLineNr() + ":" + at.getColumnNr();
      throw new Refusal(400, "the body is not JSON:" + place + " " + e.getOriginalMessage());
    }
  }

  private static Field field(ValidationMessage message) {
    String at = message.getInstanceLocation().toString();
    String property = message.getProperty();
    boolean names = property != null && !property.isEmpty();
    String pointer = names ? at + "/" + escaped(property) : at;
    return new Field(pointer, words(message));
  }

  private static String words(ValidationMessage message) {
    return switch (message.getType()) {
      case "required" -> "is missing; it must be given";
      case "additionalProperties" -> "is not known here; leave it out";
      case "enum" ->
          "must be one of " + message.getArguments()[0].toString().replaceAll("[\\[\\]\"]", "");
      default -> message.getError();
    };
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
