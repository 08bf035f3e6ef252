package dev.kickoff.jobs.lab.compare;

import dev.kickoff.jobs.config.lab.variant.Variant;
import dev.kickoff.model.lab.compare.Finding;
import dev.kickoff.model.lab.compare.Judgement;
import dev.kickoff.model.lab.compare.RuleFacts;
import dev.kickoff.model.lab.compare.Trial;
import dev.kickoff.model.lab.compare.Verdict.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A comparison that was made.
 *
 * @param input what was asked
 * @param trial what came of it; fewer pairs than asked where it was stopped
 * @param findings of every variant but the base
 * @param notes what a reader should know
 */
public record Comparison(
    CompareInput input, Trial trial, List<Finding> findings, List<String> notes) {
  public Comparison {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  /**
   * Judges a trial.
   *
   * @throws IllegalArgumentException when it has less than two pairs
   */
  public static Comparison of(CompareInput input, Trial trial, List<String> notes) {
    return new Comparison(
        input, trial, Judgement.of(trial, input.hypothesis(), input.seed()), notes);
  }

  /** Whether it was stopped before all pairs were played. */
  public boolean isPartial() {
    return trial.size() < input.size();
  }

  /** The variant that is better than the base, of several the one by most; empty without one. */
  public Optional<Variant> winner() {
    return found().map(winner -> input.variants().get(trial.variants().indexOf(winner.variant())));
  }

  /** What was found of the winner. */
  public Optional<Finding> found() {
    boolean increase = input.hypothesis().increase();
    return findings.stream()
        .filter(finding -> finding.verdict().kind() == Kind.BETTER)
        .max(
            Comparator.comparingDouble(
                finding -> (increase ? 1 : -1) * finding.primary().difference().value()));
  }

  /** In what a variant, by its place among the findings, differs from the base. */
  public List<String> changes(int finding) {
    return RuleFacts.differences(
        input.variants().get(0).facts(), input.variants().get(finding + 1).facts());
  }

  /** Every finding's verdict in a sentence. */
  public List<String> sentences() {
    String base = input.variants().get(0).name();
    return IntStream.range(0, findings.size())
        .mapToObj(
            i ->
                "%s against %s: %s. %s"
                    .formatted(
                        findings.get(i).variant(),
                        base,
                        findings.get(i).verdict().kind().words(),
                        findings.get(i).verdict().words()))
        .toList();
  }

  /** What was played, in words. */
  public String played() {
    int draws = input.draws();
    String each =
        input.days().isEmpty() ? "" : ", %d draws of the circumstances each".formatted(draws);
    String partial =
        isPartial() ? " of %d; it was stopped, the rest is missing".formatted(input.size()) : "";
    return trial.unit().count(trial.size()) + each + partial;
  }
}
