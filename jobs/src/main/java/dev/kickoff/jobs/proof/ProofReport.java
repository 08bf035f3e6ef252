package dev.kickoff.jobs.proof;

import dev.kickoff.jobs.proof.fault.Fault;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.invariant.Violation;
import dev.kickoff.jobs.proof.world.Waited;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A proof in words, and as a tree of maps and lists for programs.
 *
 * @param elapsed how long it took, in milliseconds of wall clock
 * @param reproductions the smallest for some of the invariants that did not hold
 */
public record ProofReport(
    Proof.Outcome outcome,
    Pending pending,
    long elapsed,
    List<Shrinking.Reproduction> reproductions) {
  private static final int SHOWN = 20;

  public ProofReport {
    reproductions = List.copyOf(reproductions);
  }

  private double seedsPerSecond() {
    return elapsed == 0 ? 0 : Math.rint(10_000.0 * outcome.seeds() / elapsed) / 10;
  }

  /** For programs. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("seeds", outcome.seeds());
    tree.put("ticks", outcome.ticks());
    tree.put("violations", outcome.violations());
    tree.put("seedsPerSecond", seedsPerSecond());
    tree.put("logsCompared", outcome.twice());
    tree.put("pending", outcome.pending());
    tree.put("neverExercised", outcome.never());
    Map<String, Long> faults = new LinkedHashMap<>();
    outcome.coverage().faults().forEach((fault, times) -> faults.put(fault.label(), times));
    tree.put("faults", faults);
    Map<String, Long> waited = new LinkedHashMap<>();
    outcome.coverage().waited().forEach((what, times) -> waited.put(what.label(), times));
    tree.put("waited", waited);
    tree.put("invariants", outcome.coverage().invariants());
    List<Object> failures = new ArrayList<>();
    for (Proof.SeedFailure failure : outcome.failures()) {
      for (Violation violation : failure.first()) {
        failures.add(tree(failure.seed(), violation));
      }
    }
    tree.put("failures", failures);
    tree.put("reproductions", reproductions.stream().map(ProofReport::tree).toList());
    return tree;
  }

  private static Map<String, Object> tree(long seed, Violation violation) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("seed", seed);
    tree.put("invariant", violation.invariant());
    tree.put("second", violation.second());
    tree.put("words", violation.words());
    return tree;
  }

  private static Map<String, Object> tree(Shrinking.Reproduction reproduction) {
    Map<String, Object> tree = tree(reproduction.seed(), reproduction.violation());
    tree.put("command", reproduction.command());
    return tree;
  }

  /** For people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(text, "faults, and how often each had an effect:");
    for (Map.Entry<Fault, Long> fault : outcome.coverage().faults().entrySet()) {
      line(text, "  %-20s %,12d", fault.getKey().label(), fault.getValue());
    }
    line(text, "what waits for a person, and how often it was:");
    for (Map.Entry<Waited, Long> what : outcome.coverage().waited().entrySet()) {
      line(text, "  %-20s %,12d", what.getKey().label(), what.getValue());
    }
    line(text, "invariants, and how often each was put to the test:");
    for (Invariant invariant : Proof.anyInvariants()) {
      long times = outcome.coverage().invariants().getOrDefault(invariant.name(), 0L);
      line(text, "  %-26s %,12d  %s", invariant.name(), times, invariant.sentence());
    }
    pending(text);
    failures(text);
    line(
        text,
        "%,d seeds, %,d ticks, %,d violations; %d seeds run twice with the same log; %s seeds/s",
        outcome.seeds(),
        outcome.ticks(),
        outcome.violations(),
        outcome.twice(),
        seedsPerSecond());
    return text.toString();
  }

  private void pending(StringBuilder text) {
    for (Pending.Entry entry : pending.entries()) {
      long seeds = outcome.pending().getOrDefault(entry.invariant(), 0L);
      line(text, "pending: %s, in %,d seeds: %s", entry.invariant(), seeds, entry.why());
    }
  }

  private void failures(StringBuilder text) {
    outcome.never().forEach(name -> line(text, "VIOLATION: %s was never put to the test", name));
    outcome.failures().stream()
        .limit(SHOWN)
        .forEach(
            failure ->
                failure
                    .first()
                    .forEach(
                        v ->
                            line(
                                text,
                                "VIOLATION: seed %d, second %d, %s: %s",
                                failure.seed(),
                                v.second(),
                                v.invariant(),
                                v.words())));
    if (outcome.failures().size() > SHOWN) {
      line(text, "... and %,d seeds more", outcome.failures().size() - SHOWN);
    }
    for (Shrinking.Reproduction reproduction : reproductions) {
      Violation shown = reproduction.violation();
      line(text, "smallest for %s: %s", shown.invariant(), shown.words());
      line(text, "  %s", reproduction.command());
    }
  }

  private static void line(StringBuilder text, String form, Object... parts) {
    text.append(String.format(Locale.ROOT, form, parts)).append('\n');
  }
}
