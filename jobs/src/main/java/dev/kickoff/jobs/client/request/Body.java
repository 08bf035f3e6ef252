package dev.kickoff.jobs.client.request;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The JSON object of a request, field by field; what is empty is left out. */
public final class Body {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  /** With a further field; a {@link Body} is written as an object, an instant in RFC 3339. */
  public Body with(String name, Object value) {
    fields.put(name, written(value));
    return this;
  }

  /** With a further field where there is a value. */
  public Body with(String name, Optional<?> value) {
    value.ifPresent(present -> fields.put(name, written(present)));
    return this;
  }

  private static Object written(Object value) {
    if (value instanceof Body body) {
      return body.fields();
    }
    return value instanceof Instant at ? at.toString() : value;
  }

  /** Texts, numbers, truth values and maps of them, by name, in the order they were added. */
  public Map<String, Object> fields() {
    return Collections.unmodifiableMap(fields);
  }
}
