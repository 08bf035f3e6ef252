package dev.kickoff.deploy.console.fake;

import dev.kickoff.jobs.api.http.ApiJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON documents as maps. */
final class Json {
  private Json() {}

  /** A document of names and values in turn; null values are left out. */
  static Map<String, Object> of(Object... namesAndValues) {
    Map<String, Object> document = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        document.put((String) namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    return document;
  }

  static Map<String, Object> page(List<?> items) {
    return of("items", items);
  }

  /** A document with one value replaced. */
  static Map<String, Object> with(Map<String, Object> document, String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(document);
    changed.put(name, value);
    return changed;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> read(byte[] body) {
    try {
      return body.length == 0 ? Map.of() : ApiJson.MAPPER.readValue(body, Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
