package dev.kickoff.jobs.offline.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.jobs.offline.ReplayScores;
import dev.kickoff.model.simulation.Scorecard;
import dev.kickoff.model.simulation.gate.Finding;
import dev.kickoff.model.simulation.gate.Gate;
import dev.kickoff.model.simulation.gate.ShortfallBound;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the gate says of one service, and why.
 *
 * @param findings every condition that was judged
 * @param replayed what was replayed; empty where there was too little demand
 */
public record GateVerdict(String service, List<Finding> findings, Optional<Replayed> replayed) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public GateVerdict {
    findings = List.copyOf(findings);
  }

  /**
   * A replay that was judged.
   *
   * @param now the policy that is there now
   */
  public record Replayed(
      Instant from, Instant until, String now, Scorecard card, ShortfallBound bound) {}

  /** Whether acting is recommended. */
  public boolean recommends() {
    return Gate.recommends(findings);
  }

  /** For people: the verdict, what was replayed, and a line a condition. */
  public String text() {
    StringBuilder text = new StringBuilder(service);
    text.append(recommends() ? ": acting is recommended." : ": acting is not recommended.");
    replayed.ifPresent(
        r ->
            text.append(" Replayed: ")
                .append(Duration.between(r.from(), r.until()).toDays())
                .append(" days, from ")
                .append(r.from())
                .append(" to ")
                .append(r.until())
                .append(", kickoff against ")
                .append(r.now())
                .append('.'));
    text.append('\n');
    for (Finding finding : findings) {
      text.append(finding.holds() ? "  holds   " : "  refused ");
      text.append(finding.condition()).append(": ").append(finding.said()).append('\n');
    }
    return text.toString();
  }

  /** For programs, on one line. */
  public String json() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("service", service);
    document.put("recommended", recommends());
    document.put("findings", findings.stream().map(GateVerdict::fields).toList());
    replayed.ifPresent(
        r -> {
          document.put("from", r.from().toString());
          document.put("until", r.until().toString());
          document.put("now", r.now());
          document.put("scorecard", ReplayScores.fields(r.card()));
          document.put("policies", policies(r));
          document.put("p99_shortfall", shortfall(r.bound()));
        });
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a verdict cannot be written as JSON", e);
    }
  }

  private static Map<String, Object> fields(Finding finding) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("condition", finding.condition());
    fields.put("holds", finding.holds());
    fields.put("said", finding.said());
    return fields;
  }

  private static Map<String, Object> policies(Replayed replayed) {
    Map<String, Object> policies = new LinkedHashMap<>();
    policies.put("kickoff", ReplayScores.fields(replayed.card().acting()));
    policies.put(replayed.now(), ReplayScores.fields(replayed.card().now()));
    return policies;
  }

  private static Map<String, Object> shortfall(ShortfallBound bound) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("days", bound.days());
    fields.put("minutes", bound.minutes());
    fields.put("exceeded", bound.exceeded());
    fields.put("share_pct", percent(bound.share()));
    fields.put("upper_pct", percent(bound.upper()));
    fields.put("limit_pct", percent(Gate.SHORTFALL_LIMIT));
    return fields;
  }

  private static double percent(double share) {
    return Math.round(share * 1e6) / 1e4;
  }
}
