package dev.kickoff.jobs.proof;

import dev.kickoff.jobs.proof.fault.Fault;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.run.SeedRun;
import dev.kickoff.jobs.proof.world.Waited;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much a proof has proven: how often each fault had an effect, each invariant was put to the
 * test, and what waits for a person came to each end. Not safe for use by several threads.
 */
public final class Coverage {
  private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
  private final Map<Waited, Long> waited = new EnumMap<>(Waited.class);
  private final Map<String, Long> invariants = new TreeMap<>();

  /** A coverage of nothing, of these invariants, every fault and every end of waiting. */
  public Coverage(List<Invariant> all) {
    all.forEach(invariant -> invariants.put(invariant.name(), 0L));
    for (Fault fault : Fault.values()) {
      faults.put(fault, 0L);
    }
    for (Waited what : Waited.values()) {
      waited.put(what, 0L);
    }
  }

  void add(SeedRun.Outcome outcome) {
    outcome.struck().forEach((fault, times) -> faults.merge(fault, times, Long::sum));
    outcome.waited().forEach((what, times) -> waited.merge(what, times, Long::sum));
    outcome.exercised().forEach((name, times) -> invariants.merge(name, times, Long::sum));
  }

  /** How often each fault had an effect. */
  public Map<Fault, Long> faults() {
    return faults;
  }

  /** How often each happened to moves that wait for a person. */
  public Map<Waited, Long> waited() {
    return waited;
  }

  /** How often each invariant was put to the test, by name. */
  public Map<String, Long> invariants() {
    return invariants;
  }

  /** The names of what was never put to the test: faults, ends of waiting and invariants. */
  public List<String> never() {
    List<String> names = new ArrayList<>();
    faults.forEach((fault, times) -> addIfNever(names, fault.label(), times));
    waited.forEach((what, times) -> addIfNever(names, what.label(), times));
    invariants.forEach((name, times) -> addIfNever(names, name, times));
    return names;
  }

  private static void addIfNever(List<String> names, String name, long times) {
    if (times == 0) {
      names.add(name);
    }
  }
}
