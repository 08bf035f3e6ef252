package dev.kickoff.jobs.api.http;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A JSON object put together field by field, in order; what is unknown is left out. */
public final class Fields {
  private final Map<String, Object> all = new LinkedHashMap<>();

  /** The same object with one more field; none where an optional value is empty. */
  public Fields with(String name, Object value) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(some -> all.put(name, some));
    } else if (value instanceof OptionalInt optional) {
      optional.ifPresent(some -> all.put(name, some));
    } else {
      all.put(name, value);
    }
    return this;
  }

  /** The fields, in order. */
  @JsonValue
  public Map<String, Object> all() {
    return Collections.unmodifiableMap(all);
  }
}
