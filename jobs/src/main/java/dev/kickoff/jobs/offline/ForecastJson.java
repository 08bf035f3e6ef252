package dev.kickoff.jobs.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.Quantiles;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forecasts as JSON: one object a service, with its method and why, and one object a step. */
public final class ForecastJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ForecastJson() {}

  /** {@code {"forecasts":[...]}} on one line. */
  public static String of(List<DemandForecast> forecasts) {
    try {
      return JSON.writeValueAsString(
          Map.of("forecasts", forecasts.stream().map(ForecastJson::json).toList()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a forecast cannot be written as JSON", e);
    }
  }

  private static Map<String, Object> json(DemandForecast forecast) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("service", forecast.service().name());
    json.put("issued_at", forecast.issuedAt().toString());
    json.put("resolution_minutes", forecast.resolution().toMillis() / 60_000.0);
    json.put("calendar_revision", forecast.calendarRevision());
    json.put("method", forecast.method().method());
    json.put("reason", forecast.method().reason());
    json.put("passed_over", forecast.method().passedOver());
    List<Map<String, Object>> steps = new ArrayList<>();
    for (ForecastStep step : forecast.steps()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("target_at", step.from().toString());
      entry.put("mean", quantiles(step.mean()));
      entry.put("peak", quantiles(step.peak()));
      steps.add(entry);
    }
    json.put("steps", steps);
    return json;
  }

  private static Map<String, Object> quantiles(Quantiles quantiles) {
    Map<String, Object> json = new LinkedHashMap<>();
    double[] levels = Quantiles.levels();
    for (int i = 0; i < levels.length; i++) {
      json.put(
          Double.toString(levels[i]), new BigDecimal(ForecastRows.number(quantiles.values()[i])));
    }
    return json;
  }
}
