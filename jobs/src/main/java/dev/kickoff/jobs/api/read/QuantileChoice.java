package dev.kickoff.jobs.api.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kickoff.jobs.api.http.ApiJson;
import dev.kickoff.jobs.api.http.Query;
import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.model.forecast.DemandForecast;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which quantiles are asked for.
 *
 * @param fields their names in a forecast, not empty
 */
record QuantileChoice(Set<String> fields) {
  private static final Map<String, String> FIELDS =
      Map.of("0.5", "p50", "0.9", "p90", "0.95", "p95", "0.99", "p99");

  /** Those of a list with commas. */
  static QuantileChoice of(String given) {
    Set<String> fields = new LinkedHashSet<>();
    for (String quantile : given.split(",", -1)) {
      String field = FIELDS.get(quantile.trim());
      if (field == null) {
        throw new Refusal(400, Query.wrong("quantile", given, "some of 0.5,0.9,0.95,0.99"));
      }
      fields.add(field);
    }
    return new QuantileChoice(fields);
  }

  /** A forecast with these quantiles alone. */
  JsonNode of(DemandForecast forecast) {
    JsonNode whole = ApiJson.MAPPER.valueToTree(forecast);
    for (JsonNode step : whole.path("steps")) {
      for (String what : List.of("mean", "peak")) {
        ((ObjectNode) step.path(what)).retain(fields);
      }
    }
    return whole;
  }
}
