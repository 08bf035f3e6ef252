package dev.kickoff.jobs.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.model.simulation.PolicyScore;
import dev.kickoff.model.simulation.Scorecard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scores of a replay as JSON, for {@code report.json} and for scripts. */
public final class ReplayScores {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReplayScores() {}

  /**
   * {@code {"policies":{POLICY:{...,"events":{...}}},"scorecard":{...}}} on one line; with several
   * boot times {@code {"boots":{MINUTES:{"policies":...}}}}.
   */
  public static String json(List<BootRun> runs) {
    try {
      return JSON.writeValueAsString(document(runs));
    } catch (JsonProcessingException e) {
      throw unwritable(e);
    }
  }

  /** The same on many lines. */
  static byte[] prettyJson(List<BootRun> runs) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document(runs));
    } catch (JsonProcessingException e) {
      throw unwritable(e);
    }
  }

  private static Map<String, Object> document(List<BootRun> runs) {
    if (runs.size() == 1) {
      return document(runs.get(0));
    }
    Map<String, Object> boots = new LinkedHashMap<>();
    runs.forEach(run -> boots.put(String.valueOf(run.bootMinutes()), document(run)));
    return Map.of("boots", boots);
  }

  private static Map<String, Object> document(BootRun run) {
    Map<String, Object> policies = new LinkedHashMap<>();
    run.scores()
        .forEach(
            (policy, scores) -> {
              Map<String, Object> entry = fields(scores.overall());
              entry.put("events", fields(scores.aroundEvents()));
              policies.put(policy, entry);
            });
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("policies", policies);
    run.scorecard().ifPresent(card -> document.put("scorecard", fields(card)));
    return document;
  }

  /** A scorecard, each figure of acting less that of not acting; saved minutes the other way. */
  public static Map<String, Object> fields(Scorecard card) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("minutes_saved", card.minutesSaved());
    fields.put("more_host_hours", digits(card.moreHostHours(), 2));
    fields.put("more_cost", digits(card.moreCost(), 2));
    fields.put("better", card.isBetter());
    return fields;
  }

  /** The figures of one policy, shares in percent. */
  public static Map<String, Object> fields(PolicyScore score) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("minutes", score.minutes());
    fields.put("under_pct", digits(100 * score.underShare(), 4));
    fields.put("unmet_pct", digits(100 * score.unmetShare(), 4));
    fields.put("hosts_vs_oracle", digits(score.hostsVsOracle(), 4));
    fields.put("host_hours", digits(score.hostHours(), 2));
    fields.put("cost", digits(score.cost(), 2));
    return fields;
  }

  private static double digits(double value, int digits) {
    double scale = Math.pow(10, digits);
    return Math.round(value * scale) / scale;
  }

  private static IllegalStateException unwritable(JsonProcessingException e) {
    return new IllegalStateException("scores cannot be written as JSON", e);
  }
}
