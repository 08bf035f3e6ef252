package dev.kickoff.jobs.offline.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.model.forecast.accuracy.Interval;
import dev.kickoff.model.forecast.accuracy.Where;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code evaluation.json}: {@code series} (a row for each series, horizon and place), {@code
 * geometric_means} by horizon, {@code panels}, {@code targets}, {@code losses} (the worst first)
 * and {@code not_scored}. Numbers have four decimal places; what is unknown is left out.
 */
final class EvaluationJson {
  private EvaluationJson() {}

  static byte[] of(Evaluation evaluation) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("series", evaluation.series().stream().flatMap(s -> rows(s).stream()).toList());
    json.put("geometric_means", means(evaluation));
    json.put("panels", evaluation.panels().stream().map(EvaluationJson::panel).toList());
    json.put("targets", Targets.of(evaluation));
    json.put("comparisons", evaluation.comparisons());
    json.put("losses", evaluation.losses().stream().map(EvaluationJson::lost).toList());
    json.put("not_scored", evaluation.leftOut());
    json.put("notes", evaluation.notes().toList());
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the evaluation cannot be written as JSON", e);
    }
  }

  private static List<Map<String, Object>> rows(SeriesResult series) {
    return series.cells().stream().map(cell -> row(series, cell)).toList();
  }

  private static Map<String, Object> row(SeriesResult series, SeriesResult.Cell cell) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", series.name());
    json.put("cutoffs", series.cutoffs());
    json.put("within_minutes", cell.within().toMinutes());
    json.put("where", word(cell.own().cell().where()));
    json.put("n", cell.own().steps());
    json.put("wQL", rounded(cell.loss()));
    cell.own().accuracy().scaledError().ifPresent(error -> json.put("MASE", rounded(error)));
    put(json, "cov90", cell.own().coverage().get(0));
    put(json, "cov95", cell.p95());
    put(json, "cov99", cell.p99());
    json.put("bias", rounded(cell.own().accuracy().bias()));
    cell.versusSeasonal().ifPresent(ratio -> json.put("vs_seasonal_naive", rounded(ratio)));
    Map<String, Object> ratios = new LinkedHashMap<>();
    cell.ratios().forEach((method, ratio) -> put(ratios, method, ratio));
    json.put("ratios", ratios);
    return json;
  }

  private static Map<String, Object> means(Evaluation evaluation) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Duration within : evaluation.horizons()) {
      Map<String, Object> json = new LinkedHashMap<>();
      List<Evaluation.Of> seasonal = evaluation.each(within, SeriesResult.Cell::versusSeasonal);
      List<Evaluation.Of> last =
          evaluation.each(
              within, cell -> cell.versus(SeriesResult.LAST_VALUE).map(Interval::value));
      json.put("series", seasonal.size());
      Evaluation.geometricMean(seasonal).ifPresent(m -> json.put("vs_seasonal_naive", rounded(m)));
      Evaluation.geometricMean(last).ifPresent(m -> json.put("vs_naive", rounded(m)));
      all.put(within.toMinutes() + "min", json);
    }
    return all;
  }

  private static Map<String, Object> panel(PanelResult panel) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", panel.name());
    json.put("series", panel.members().size());
    json.put("not_scored", panel.unscored());
    json.put("within_minutes", panel.within().toMinutes());
    json.put("MASE", rounded(panel.mean(PanelResult.Member::scaledError)));
    json.put("MASE_repeated_day", rounded(panel.mean(PanelResult.Member::repeated)));
    json.put("ratio", rounded(panel.ratio()));
    json.put("cov95", rounded(panel.mean(PanelResult.Member::p95)));
    json.put(
        "services",
        panel.members().stream()
            .map(
                each ->
                    Map.of(
                        "service", each.service(),
                        "MASE", rounded(each.scaledError()),
                        "MASE_repeated_day", rounded(each.repeated())))
            .map(TreeMap::new)
            .toList());
    return json;
  }

  private static Map<String, Object> lost(Evaluation.Lost lost) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", lost.series());
    json.put("within_minutes", lost.within().toMinutes());
    json.put("where", word(lost.where()));
    json.put("method", lost.method());
    put(json, "ratio", lost.ratio());
    json.put("clear", lost.isClear());
    return json;
  }

  private static String word(Where where) {
    return where.name().toLowerCase(Locale.ROOT);
  }

  private static void put(Map<String, Object> json, String name, Interval interval) {
    json.put(name, rounded(interval.value()));
    json.put(name + "_ci", List.of(rounded(interval.low()), rounded(interval.high())));
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
