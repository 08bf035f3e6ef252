package dev.kickoff.jobs.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.model.forecast.BucketChoice;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.EventOutlook;
import dev.kickoff.model.forecast.ForecastBasis;
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
    forecast.method().basis().ifPresent(basis -> putBasis(json, basis));
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

  private static void putBasis(Map<String, Object> json, ForecastBasis basis) {
    json.put("choices", basis.choices().stream().map(ForecastJson::choice).toList());
    json.put("events", basis.events().stream().map(ForecastJson::event).toList());
  }

  private static Map<String, Object> choice(BucketChoice choice) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("from_minutes", choice.fromMinutes());
    json.put("until_minutes", choice.untilMinutes());
    json.put("method", choice.method());
    json.put("reason", choice.reason());
    Map<String, Object> losses = new LinkedHashMap<>();
    choice.losses().forEach(each -> losses.put(each.method(), each.loss()));
    json.put("losses", losses);
    return json;
  }

  private static Map<String, Object> event(EventOutlook event) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("uid", event.uid());
    json.put("title", event.title());
    json.put("starts_at", event.startsAt().toString());
    json.put("basis", event.basis());
    List<Map<String, Object>> neighbours = new ArrayList<>();
    for (EventOutlook.Neighbour neighbour : event.neighbours()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("uid", neighbour.uid());
      entry.put("title", neighbour.title());
      entry.put("started_at", neighbour.startedAt().toString());
      entry.put("weight", neighbour.weight());
      entry.put("alike", neighbour.alike());
      neighbours.add(entry);
    }
    json.put("neighbours", neighbours);
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
