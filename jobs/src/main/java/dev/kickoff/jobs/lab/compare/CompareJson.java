package dev.kickoff.jobs.lab.compare;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kickoff.model.forecast.accuracy.Interval;
import dev.kickoff.model.lab.compare.Finding;
import dev.kickoff.model.lab.compare.Hypothesis;
import dev.kickoff.model.lab.compare.Metric;
import dev.kickoff.model.lab.compare.PairedDifference;
import java.util.Locale;

/** A comparison as JSON: {@code hypothesis, played, variants, findings, winner, pairs}. */
public final class CompareJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CompareJson() {}

  /** The whole of it, for a file or a program. */
  public static String of(Comparison comparison) {
    ObjectNode root = summary(comparison);
    ArrayNode pairs = root.putArray("pairs");
    for (int p = 0; p < comparison.trial().size(); p++) {
      ObjectNode pair = pairs.addObject().put("pair", comparison.trial().pairs().get(p));
      for (int v = 0; v < comparison.trial().variants().size(); v++) {
        ObjectNode one = pair.putObject(comparison.trial().variants().get(v));
        for (Metric metric : Metric.values()) {
          one.put(metric.key(), comparison.trial().values(v, metric)[p]);
        }
      }
    }
    return root.toPrettyString();
  }

  /** Without the single pairs. */
  static ObjectNode summary(Comparison comparison) {
    ObjectNode root = JSON.createObjectNode();
    claim(root.putObject("hypothesis"), comparison.input().hypothesis());
    root.putObject("played")
        .put("unit", comparison.trial().unit().name().toLowerCase(Locale.ROOT))
        .put("pairs", comparison.trial().size())
        .put("asked", comparison.input().size())
        .put("partial", comparison.isPartial())
        .put("draws", comparison.input().draws())
        .put("seed", comparison.input().seed());
    ArrayNode variants = root.putArray("variants");
    comparison.trial().variants().forEach(variants::add);
    ArrayNode findings = root.putArray("findings");
    for (int i = 0; i < comparison.findings().size(); i++) {
      Finding finding = comparison.findings().get(i);
      ObjectNode node = findings.addObject();
      node.put("variant", finding.variant());
      node.put("verdict", finding.verdict().kind().name().toLowerCase(Locale.ROOT));
      node.put("words", finding.verdict().words());
      finding.verdict().further().ifPresent(more -> node.put("further_pairs", more));
      node.put("p", finding.p());
      node.put("same_in_every_pair", finding.isSame());
      difference(node.putObject("primary"), finding.primary());
      ArrayNode guards = node.putArray("guards");
      for (Finding.GuardFinding guard : finding.guards()) {
        ObjectNode one = guards.addObject();
        one.put("state", CompareTable.word(guard)).put("may_grow_by", guard.most());
        difference(one, guard.found());
      }
      ArrayNode changes = node.putArray("changes");
      comparison.changes(i).forEach(changes::add);
    }
    comparison
        .winner()
        .ifPresentOrElse(w -> root.put("winner", w.name()), () -> root.putNull("winner"));
    ArrayNode notes = root.putArray("notes");
    comparison.notes().forEach(notes::add);
    return root;
  }

  private static void claim(ObjectNode node, Hypothesis hypothesis) {
    node.put("statement", hypothesis.statement());
    node.put("metric", hypothesis.metric().key());
    node.put("direction", hypothesis.increase() ? "increase" : "decrease");
    node.put("smallest", hypothesis.smallest().toString());
    node.put("confidence", hypothesis.confidence());
    ObjectNode guards = node.putObject("guards");
    hypothesis
        .guards()
        .forEach(guard -> guards.put(guard.metric().key(), guard.margin().toString()));
  }

  private static void difference(ObjectNode node, PairedDifference found) {
    node.put("metric", found.metric().key());
    node.put("base", found.base());
    node.put("variant", found.variant());
    interval(node.putObject("difference"), found.difference());
    found
        .relative()
        .ifPresentOrElse(
            share -> interval(node.putObject("relative"), share), () -> node.putNull("relative"));
    node.put("confidence", found.confidence());
  }

  private static void interval(ObjectNode node, Interval interval) {
    node.put("value", interval.value()).put("low", interval.low()).put("high", interval.high());
  }
}
