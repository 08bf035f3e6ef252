package dev.kickoff.jobs.config.mix;

import dev.kickoff.model.lab.shape.mix.RequestMix;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A division of requests among APIs.
 *
 * @param paths where an API is asked for in a load test; an API may have none
 */
public record MixSettings(RequestMix mix, Map<String, String> paths) {
  public MixSettings {
    paths = Collections.unmodifiableMap(new LinkedHashMap<>(paths));
  }
}
