package dev.kickoff.jobs.offline.longrange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.jobs.offline.ForecastRows;
import dev.kickoff.model.forecast.Quantiles;
import dev.kickoff.model.forecast.longrange.DayPeak;
import dev.kickoff.model.forecast.longrange.EventPeak;
import dev.kickoff.model.forecast.longrange.LeadNote;
import dev.kickoff.model.forecast.longrange.LongRangeOutlook;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at the weeks ahead as JSON: one object a service, with its days, events and leads. */
public final class LongRangeJson {
  private LongRangeJson() {}

  /** {@code {"at":...,"services":[...]}} on one line. */
  public static String of(Instant at, List<LongRangeOutlook> outlooks) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", at.toString());
    json.put("services", outlooks.stream().map(LongRangeJson::json).toList());
    try {
      return new ObjectMapper().writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an outlook cannot be written as JSON", e);
    }
  }

  private static Map<String, Object> json(LongRangeOutlook outlook) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("service", outlook.service().name());
    json.put("step_minutes", outlook.step().toMillis() / 60_000.0);
    json.put("method", outlook.method());
    json.put("days", outlook.days().stream().map(LongRangeJson::json).toList());
    json.put("events", outlook.events().stream().map(LongRangeJson::json).toList());
    json.put("leads", outlook.leads().stream().map(LongRangeJson::json).toList());
    return json;
  }

  private static Map<String, Object> json(DayPeak day) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("day", day.day().toString());
    json.put("week", day.week());
    json.put("peak", quantiles(day.peak()));
    return json;
  }

  private static Map<String, Object> json(EventPeak event) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", event.event().title());
    json.put("start", event.event().start().toString());
    json.put("week", event.week());
    json.put("rehearsed", event.rehearsed());
    json.put("peak", quantiles(event.peak()));
    return json;
  }

  private static Map<String, Object> json(LeadNote lead) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("week", lead.week());
    json.put("origins", lead.origins());
    json.put("days", lead.days());
    json.put("p95_factor", Math.round(lead.p95Factor() * 10_000) / 10_000.0);
    return json;
  }

  private static Map<String, Object> quantiles(Quantiles quantiles) {
    Map<String, Object> json = new LinkedHashMap<>();
    double[] levels = Quantiles.levels();
    for (int i = 0; i < levels.length; i++) {
      String number = ForecastRows.number(quantiles.values()[i]);
      json.put(Double.toString(levels[i]), new BigDecimal(number));
    }
    return json;
  }
}
