package dev.kickoff.jobs.client.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Demand expected after an instant, in requests per minute.
 *
 * @param kind {@code NEAR}: the next hour by the minute; {@code FAR}: the next two days
 * @param issuedAt nothing later than this was used
 * @param steps in order, without gaps
 * @param json the answer, whole
 */
public record Forecast(
    String service, String kind, Instant issuedAt, List<Step> steps, JsonNode json)
    implements Document {

  /**
   * One step.
   *
   * @param mean the step's mean demand, by quantile name such as {@code p95}
   */
  public record Step(Instant from, Instant until, Map<String, Double> mean) {
    static Step of(JsonNode json) {
      Fields fields = new Fields(json);
      Map<String, Double> quantiles = new TreeMap<>();
      json.path("mean")
          .properties()
          .forEach(f -> quantiles.put(f.getKey(), f.getValue().asDouble()));
      return new Step(fields.requiredInstant("from"), fields.requiredInstant("until"), quantiles);
    }
  }

  /** Reads one. */
  public static Forecast of(JsonNode json) {
    Fields fields = new Fields(json);
    return new Forecast(
        fields.required("service"),
        fields.required("kind"),
        fields.requiredInstant("issuedAt"),
        fields.list("steps", Step::of),
        json);
  }
}
