package dev.kickoff.jobs.lab.tune;

import dev.kickoff.model.lab.sim.LabResult;
import dev.kickoff.model.lab.tune.Cell;
import dev.kickoff.model.lab.tune.CellOutcome;
import dev.kickoff.model.lab.tune.CellRisk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A search as maps and lists, for JSON; its keys are stable. */
final class TuneJson {
  private static final double PLACES = 1e6;

  private TuneJson() {}

  /** The figures that matter. */
  static Map<String, Object> brief(TuneOutcome outcome) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("winner", outcome.winner().map(TuneJson::winner).orElse(null));
    json.put("feasible", outcome.feasible().size());
    json.put("cells", outcome.candidates());
    json.put("tried", outcome.outcomes().size());
    json.put("complete", outcome.isComplete());
    if (!outcome.risks().isEmpty()) {
      json.put("robust", outcome.safest().map(TuneJson::risk).orElse(null));
      json.put("published", outcome.published().map(TuneJson::risk).orElse(null));
      Optional<CellRisk> naive = outcome.winner().flatMap(w -> outcome.riskOf(w.cell()));
      json.put("winner_over_cases", naive.map(TuneJson::risk).orElse(null));
      json.put("pareto", CellRisk.front(outcome.risks()).stream().map(TuneJson::risk).toList());
    }
    return json;
  }

  /** The same with every candidate. */
  static Map<String, Object> full(TuneOutcome outcome) {
    Map<String, Object> json = brief(outcome);
    List<Map<String, Object>> all = outcome.outcomes().stream().map(TuneJson::outcome).toList();
    json.put("outcomes", all);
    json.put("risks", outcome.risks().stream().map(TuneJson::risk).toList());
    return json;
  }

  private static Map<String, Object> winner(CellOutcome outcome) {
    Map<String, Object> json = cell(outcome.cell());
    LabResult result = outcome.result();
    json.put("mean_cpu", rounded(result.meanCpu()));
    json.put("max_cpu", rounded(result.maxCpu()));
    json.put("over_knee_minutes", rounded(result.overKneeMinutes()));
    json.put("host_minutes", rounded(result.hostMinutes()));
    json.put("paid_host_minutes", rounded(result.paidHostMinutes()));
    return json;
  }

  private static Map<String, Object> outcome(CellOutcome outcome) {
    Map<String, Object> json = winner(outcome);
    json.put("max_p95_ms", rounded(outcome.result().maxP95Millis()));
    json.put("max_hosts", outcome.result().mostHosts());
    return json;
  }

  private static Map<String, Object> risk(CellRisk risk) {
    Map<String, Object> json = cell(risk.cell());
    json.put("safe_cases", risk.safe());
    json.put("cases", risk.cases());
    json.put("worst_max_cpu", rounded(risk.worstMaxCpu()));
    json.put("mean_cpu", rounded(risk.meanCpu()));
    json.put("host_minutes", rounded(risk.hostMinutes()));
    return json;
  }

  private static Map<String, Object> cell(Cell cell) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("increment", cell.increment());
    json.put("threshold", cell.threshold());
    return json;
  }

  private static double rounded(double value) {
    return Math.rint(value * PLACES) / PLACES;
  }
}
