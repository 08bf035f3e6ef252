package dev.kickoff.jobs.lab.shape;

import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.shape.past.EventLoad;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A load with where it comes from and how it divides, ready to be written.
 *
 * @param source what was asked for, in words
 * @param whole all requests
 * @param apis the load of each API, which sum to the whole; empty where they are not told apart
 * @param paths where an API is asked for; an API that has none here is asked for under its name
 * @param event the event it was drawn for, with the quantile that {@code whole} is
 * @param notes what a reader should know of how it was made
 */
public record Shape(
    String source,
    LoadCurve whole,
    Map<String, LoadCurve> apis,
    Map<String, String> paths,
    Optional<Drawn> event,
    List<String> notes) {
  /** The one API of a load that is not divided. */
  static final String ALL = "all";

  public Shape {
    apis = Collections.unmodifiableMap(new LinkedHashMap<>(apis));
    paths = Collections.unmodifiableMap(new LinkedHashMap<>(paths));
    notes = List.copyOf(notes);
  }

  /** A load drawn for an event, and which of its quantiles was taken. */
  public record Drawn(EventLoad load, double quantile) {}

  /** The load of each API; of a load that is not divided, the whole under {@link #ALL}. */
  Map<String, LoadCurve> parts() {
    return apis.isEmpty() ? Map.of(ALL, whole) : apis;
  }

  /** Where an API is asked for. */
  String path(String api) {
    return paths.getOrDefault(api, apis.isEmpty() ? "/" : "/" + api);
  }
}
