package dev.kickoff.jobs.proof.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What came of watching one run: how often each invariant was put to the test, and failed. */
public final class Findings {
  private final Map<String, Long> exercised = new TreeMap<>();
  private final List<Violation> violations = new ArrayList<>();

  /** Notes that an invariant was put to the test, and whether it held. */
  public void check(Invariant invariant, long second, boolean holds, Supplier<String> otherwise) {
    exercised.merge(invariant.name(), 1L, Long::sum);
    if (!holds) {
      violations.add(new Violation(invariant.name(), second, otherwise.get()));
    }
  }

  /** Notes that an invariant was put to the test and held. */
  public void held(Invariant invariant) {
    exercised.merge(invariant.name(), 1L, Long::sum);
  }

  /** How often each was put to the test, by name. */
  public Map<String, Long> exercised() {
    return exercised;
  }

  /** Where one did not hold, in the order of the run. */
  public List<Violation> violations() {
    return violations;
  }
}
