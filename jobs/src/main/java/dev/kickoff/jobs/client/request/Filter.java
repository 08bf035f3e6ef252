package dev.kickoff.jobs.client.request;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The query parameters of a request; what is empty is not asked about.
 *
 * @param parameters by name, unencoded
 */
public record Filter(Map<String, String> parameters) {
  public Filter {
    parameters = new LinkedHashMap<>(parameters);
  }

  /** Everything. */
  public static Filter none() {
    return new Filter(Map.of());
  }

  /** Narrowed further; an empty value does not narrow. */
  public Filter with(String name, Optional<?> value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    value.ifPresent(present -> more.put(name, present.toString()));
    return new Filter(more);
  }

  /** Narrowed further. */
  public Filter with(String name, Object value) {
    return with(name, Optional.of(value));
  }
}
