package dev.kickoff.jobs.client.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of one JSON object of an answer; those that nobody asks for are skipped.
 *
 * @param json any node; one that is no object has no fields
 */
public record Fields(JsonNode json) {
  private static final double MILLIS = 1000;

  /** A text; numbers and truth values are written out. Empty when the field is not there. */
  public Optional<String> text(String name) {
    return Optional.of(json.path(name)).filter(JsonNode::isValueNode).flatMap(Fields::written);
  }

  private static Optional<String> written(JsonNode value) {
    return value.isNull() ? Optional.empty() : Optional.of(value.asText());
  }

  /**
   * A text that the contract requires.
   *
   * @throws IllegalArgumentException when it is not there
   */
  public String required(String name) {
    return text(name).orElseThrow(() -> missing(name));
  }

  private IllegalArgumentException missing(String name) {
    return new IllegalArgumentException("the answer has no '" + name + "': " + json);
  }

  /** A number; empty when the field is not there or is no number. */
  public Optional<Double> number(String name) {
    return Optional.of(json.path(name)).filter(JsonNode::isNumber).map(JsonNode::asDouble);
  }

  /** A whole number such as hosts; empty when the field is not there or is no number. */
  public Optional<Integer> whole(String name) {
    return Optional.of(json.path(name)).filter(JsonNode::isNumber).map(JsonNode::asInt);
  }

  /** Whether a field is there and true. */
  public boolean isTrue(String name) {
    return json.path(name).asBoolean(false);
  }

  /** A length of time given in seconds; empty when the field is not there. */
  public Optional<Duration> seconds(String name) {
    return number(name).map(seconds -> Duration.ofMillis(Math.round(seconds * MILLIS)));
  }

  /**
   * An instant.
   *
   * @throws IllegalArgumentException when it is there and is no RFC 3339 time with an offset
   */
  public Optional<Instant> instant(String name) {
    return text(name).map(value -> parsed(name, value));
  }

  /** An instant that the contract requires. */
  public Instant requiredInstant(String name) {
    return instant(name).orElseThrow(() -> missing(name));
  }

  private static Instant parsed(String name, String value) {
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "the answer's '" + name + "' is '" + value + "', which is no time with an offset", e);
    }
  }

  /** An object within; empty when the field is not there. */
  public Optional<Fields> object(String name) {
    return Optional.of(json.path(name)).filter(JsonNode::isObject).map(Fields::new);
  }

  /** What a list holds, each read by {@code reader}; no list is an empty one. */
  public <T> List<T> list(String name, Function<JsonNode, T> reader) {
    List<T> found = new ArrayList<>();
    json.path(name).forEach(each -> found.add(reader.apply(each)));
    return List.copyOf(found);
  }

  /** The texts of a list; no list is an empty one. */
  public List<String> texts(String name) {
    return list(name, JsonNode::asText);
  }

  /** Names and their texts, in the order of the answer; no object is an empty map. */
  public Map<String, String> map(String name) {
    Map<String, String> found = new LinkedHashMap<>();
    json.path(name).properties().forEach(f -> found.put(f.getKey(), f.getValue().asText()));
    return found;
  }
}
