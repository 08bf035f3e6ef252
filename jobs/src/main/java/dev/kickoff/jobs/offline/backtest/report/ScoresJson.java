package dev.kickoff.jobs.offline.backtest.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.jobs.offline.OfflineTask;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.accuracy.ForecastScore;
import dev.kickoff.model.forecast.accuracy.Interval;
import dev.kickoff.model.forecast.accuracy.MethodScore;
import dev.kickoff.model.forecast.accuracy.Reliability;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code scores.json}: for each service its scores by horizon as {@code score.py} names them, then
 * {@code peers} (a row for each method, horizon and place), {@code reliability}, and {@code lost}
 * (how many rows of peers Kickoff loses to).
 */
final class ScoresJson {
  private static final List<String> LEVELS = List.of("cov90", "cov95", "cov99");

  private ScoresJson() {}

  static byte[] of(
      OfflineTask task, Map<String, Integer> methods, Map<Service, ServiceScores> scores) {
    Map<String, Object> services = new LinkedHashMap<>();
    scores.forEach((service, each) -> services.put(service.name(), json(each)));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cutoffs", task.backtest().cutoffs().size());
    json.put("resolution_minutes", minutes(task.backtest().resolution()));
    json.put("methods", methods);
    json.put("services", services);
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("scores cannot be written as JSON", e);
    }
  }

  private static Map<String, Object> json(ServiceScores scores) {
    Map<String, Object> json = new LinkedHashMap<>();
    scores.overall().forEach((h, score) -> json.put(h.toMinutes() + "min_all", json(score)));
    scores
        .aroundEvents()
        .forEach((h, score) -> json.put(h.toMinutes() + "min_events", json(score)));
    json.put("lost", scores.losses().size());
    json.put("peers", scores.byMethod().stream().map(ScoresJson::json).toList());
    json.put("reliability", scores.reliability().stream().map(ScoresJson::json).toList());
    return json;
  }

  private static Map<String, Object> json(ForecastScore score) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("n", score.steps());
    json.put("wQL", rounded(score.weightedQuantileLoss()));
    score.scaledError().ifPresent(error -> json.put("MASE", rounded(error)));
    for (int i = 0; i < LEVELS.size(); i++) {
      json.put(LEVELS.get(i), rounded(score.coverage()[i + 1]));
    }
    json.put("bias", rounded(score.bias()));
    score.seasonalLoss().ifPresent(loss -> json.put("wQL_seasonal_naive", rounded(loss)));
    score.versusSeasonal().ifPresent(ratio -> json.put("vs_seasonal_naive", rounded(ratio)));
    return json;
  }

  private static Map<String, Object> json(MethodScore score) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("method", score.method());
    json.put("within_minutes", minutes(score.cell().within()));
    json.put("where", score.cell().where().name().toLowerCase(Locale.ROOT));
    json.put("n", score.steps());
    json.put("wQL", rounded(score.accuracy().weightedQuantileLoss()));
    score.accuracy().scaledError().ifPresent(error -> json.put("MASE", rounded(error)));
    for (int i = 0; i < score.coverage().size(); i++) {
      put(json, LEVELS.get(i), score.coverage().get(i));
    }
    json.put("bias", rounded(score.accuracy().bias()));
    score.skill().ifPresent(skill -> json.put("skill", rounded(skill)));
    score.kickoffRatio().ifPresent(ratio -> put(json, "kickoff_ratio", ratio));
    return json;
  }

  private static Map<String, Object> json(Reliability range) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("method", range.method());
    json.put("from_minutes", minutes(range.from()));
    json.put("until_minutes", minutes(range.until()));
    json.put("n", range.steps());
    List<String> levels = List.of("cov50", "cov90", "cov95", "cov99");
    for (int i = 0; i < range.coverage().size(); i++) {
      put(json, levels.get(i), range.coverage().get(i));
    }
    range.width().ifPresent(width -> json.put("width", rounded(width)));
    return json;
  }

  private static void put(Map<String, Object> json, String name, Interval interval) {
    json.put(name, rounded(interval.value()));
    json.put(name + "_ci", List.of(rounded(interval.low()), rounded(interval.high())));
  }

  private static double minutes(Duration duration) {
    return duration.toMillis() / 60_000.0;
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
