package dev.kickoff.connectors.kafka;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one codec of the topics: the model's records to and from JSON in UTF-8.
 *
 * <p>Times are ISO-8601 strings, what is empty is left out, unknown fields are skipped (fields are
 * only ever added). What a record's constructor refuses, a field that is missing, a number as text
 * and a number that is not finite make a record malformed: nothing is guessed and nothing becomes
 * zero.
 */
public final class Json {
  private static final int MAX_DOCUMENT_BYTES = 1 << 20;
  private static final int MAX_STRING_CHARS = 1 << 16;
  private static final int MAX_DEPTH = 20;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(factory())
          .addModules(new JavaTimeModule(), new Jdk8Module(), WireModule.create())
          .visibility(PropertyAccessor.GETTER, Visibility.NONE)
          .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /**
   * The record as JSON.
   *
   * @throws IllegalArgumentException when it holds a number that is not finite
   */
  public static byte[] encode(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot encode " + value + ": " + reason(e), e);
    }
  }

  /**
   * The record that {@code json} stands for.
   *
   * @throws MalformedRecordException when it is no such record
   */
  public static <T> T decode(byte[] json, Class<T> type) {
    try {
      T value = MAPPER.readValue(json, type);
      if (value == null) {
        throw new MalformedRecordException("the record is null; write an object");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new MalformedRecordException(reason(e), e);
    } catch (MalformedRecordException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new MalformedRecordException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The record that {@code json} stands for; empty when it is none, or was deleted. */
  public static <T> Optional<T> decodeIfWellFormed(byte @Nullable [] json, Class<T> type) {
    if (json == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(decode(json, type));
    } catch (MalformedRecordException e) {
      return Optional.empty();
    }
  }

  private static String reason(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String place = at == null ? "" : "line " + at.getLineNr() + ":" + at.getColumnNr() + " ";
    String path = "";
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      StringBuilder fields = new StringBuilder();
      for (JsonMappingException.Reference step : mapping.getPath()) {
        String field = step.getFieldName();
        fields.append(
            field == null ? "[" + step.getIndex() + "]" : (fields.isEmpty() ? "" : ".") + field);
      }
      path = fields + ": ";
    }
    return place + path + what(e);
  }

  private static String what(JsonProcessingException e) {
    Throwable cause = e.getCause();
    if (cause instanceof IllegalArgumentException) {
      return String.valueOf(cause.getMessage());
    }
    String message = e.getOriginalMessage();
    if (message.startsWith("Cannot map `null`")) {
      return "is missing; a value must be given";
    }
    if (message.startsWith("Null value for creator property")) {
      return message.split("'", 3)[1] + ": is missing; a value must be given";
    }
    return message;
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxDocumentLength(MAX_DOCUMENT_BYTES)
                .maxStringLength(MAX_STRING_CHARS)
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(100)
                .build())
        .build();
  }
}
