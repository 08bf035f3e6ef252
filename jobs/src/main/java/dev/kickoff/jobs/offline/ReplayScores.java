package dev.kickoff.jobs.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.model.simulation.PolicyScore;
import dev.kickoff.model.simulation.ReplayReport;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The scores of a replay as JSON, for {@code report.json} and for scripts, and as a table. */
public final class ReplayScores {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReplayScores() {}

  /** {@code {"policies":{POLICY:{...,"events":{...}}}}} on one line. */
  public static String json(ReplayReport report) {
    try {
      return JSON.writeValueAsString(document(report));
    } catch (JsonProcessingException e) {
      throw unwritable(e);
    }
  }

  /** The same on many lines. */
  static byte[] prettyJson(ReplayReport report) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document(report));
    } catch (JsonProcessingException e) {
      throw unwritable(e);
    }
  }

  /** One line a policy under a line of headings; shares in percent. */
  public static String table(ReplayReport report) {
    StringBuilder table = new StringBuilder();
    line(
        table,
        "%-16s %9s %9s %16s %11s %12s\n",
        "policy",
        "under_pct",
        "unmet_pct",
        "hosts_vs_oracle",
        "host_hours",
        "cost");
    report.scores().forEach((policy, scores) -> line(table, policy, scores.overall()));
    return table.toString();
  }

  /** The verdict in words, on one line. */
  public static String verdict(ReplayReport report) {
    return ReplayVerdict.of(report.scores());
  }

  private static void line(StringBuilder table, String policy, PolicyScore score) {
    line(
        table,
        "%-16s %9.3f %9.3f %16.3f %11.1f %12.2f\n",
        policy,
        100 * score.underShare(),
        100 * score.unmetShare(),
        score.hostsVsOracle(),
        score.hostHours(),
        score.cost());
  }

  private static void line(StringBuilder table, String format, Object... values) {
    table.append(String.format(Locale.ROOT, format, values));
  }

  private static Map<String, Object> document(ReplayReport report) {
    Map<String, Object> policies = new LinkedHashMap<>();
    report
        .scores()
        .forEach(
            (policy, scores) -> {
              Map<String, Object> entry = fields(scores.overall());
              entry.put("events", fields(scores.aroundEvents()));
              policies.put(policy, entry);
            });
    return Map.of("policies", policies);
  }

  private static Map<String, Object> fields(PolicyScore score) {
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
