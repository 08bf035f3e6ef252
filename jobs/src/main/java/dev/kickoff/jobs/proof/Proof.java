package dev.kickoff.jobs.proof;

import dev.kickoff.jobs.proof.fault.FaultPlan;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.invariant.Violation;
import dev.kickoff.jobs.proof.run.Parts;
import dev.kickoff.jobs.proof.run.SeedRun;
import dev.kickoff.jobs.proof.story.Story;
import dev.kickoff.jobs.proof.world.Scene;
import dev.kickoff.model.audit.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** Many seeds, run and judged; the same seeds give the same result on any number of threads. */
public final class Proof {
  /** Of so many seeds on, a fault or invariant that was never put to the test is a violation. */
  public static final int WHOLE = 300;

  private static final int TWICE_EVERY = 50;
  private static final String SAME_LOG = "same-seed-same-log";

  private final SeedRun run;
  private final Pending pending;

  /**
   * What came of one seed.
   *
   * @param first the first violation of each invariant that must hold
   */
  public record SeedFailure(long seed, FaultPlan faults, List<Violation> first) {}

  /**
   * What came of a proof.
   *
   * @param violations in how many cases an invariant that must hold did not hold in a seed
   * @param failures the seeds in which that was so, in order
   * @param pending in how many seeds each invariant that need not hold yet did not
   * @param never what was never put to the test although there were seeds enough
   * @param twice how many seeds were run twice, with the same log
   */
  public record Outcome(
      long seeds,
      long ticks,
      long violations,
      List<SeedFailure> failures,
      Map<String, Long> pending,
      List<String> never,
      long twice,
      Coverage coverage) {}

  public Proof(Parts parts, Pending pending) {
    this.run = new SeedRun(parts, Invariants::watching);
    this.pending = pending;
  }

  /**
   * Runs seeds {@code from} to {@code from + count - 1}, as many at once as the machine likes.
   *
   * @param done is told each seed that has been run, in any order, by any thread
   */
  public Outcome of(long from, long count, LongConsumer done) {
    Tally tally = new Tally();
    LongStream.range(from, from + count)
        .parallel()
        .mapToObj(
            seed -> {
              Judged judged = judged(seed);
              done.accept(seed);
              return judged;
            })
        .forEachOrdered(tally::add);
    return tally.outcome(count);
  }

  private record Judged(SeedRun.Outcome outcome, List<Violation> first, boolean twice) {}

  private Judged judged(long seed) {
    SeedRun.Outcome outcome = run.of(seed);
    List<Violation> first = firstOfEach(outcome.violations());
    boolean twice = seed % TWICE_EVERY == 0;
    if (twice) {
      String again = Fingerprint.of(List.of(run.of(seed).log()));
      if (!again.equals(Fingerprint.of(List.of(outcome.log())))) {
        first.add(new Violation(SAME_LOG, 0, "run twice, the logs differ"));
      }
    }
    return new Judged(outcome.brief(), first, twice);
  }

  static List<Violation> firstOfEach(List<Violation> violations) {
    Map<String, Violation> first = new TreeMap<>();
    violations.forEach(violation -> first.putIfAbsent(violation.invariant(), violation));
    return new ArrayList<>(first.values());
  }

  private final class Tally {
    private final Coverage coverage = new Coverage(anyInvariants());
    private final List<SeedFailure> failures = new ArrayList<>();
    private final Map<String, Long> notYet = new TreeMap<>();
    private long ticks;
    private long violations;
    private long twice;

    void add(Judged judged) {
      ticks += judged.outcome().ticks();
      twice += judged.twice() ? 1 : 0;
      coverage.add(judged.outcome());
      List<Violation> counting = new ArrayList<>();
      for (Violation violation : judged.first()) {
        if (pending.why(violation.invariant()).isPresent()) {
          notYet.merge(violation.invariant(), 1L, Long::sum);
        } else {
          counting.add(violation);
        }
      }
      violations += counting.size();
      if (!counting.isEmpty()) {
        failures.add(new SeedFailure(judged.outcome().seed(), judged.outcome().faults(), counting));
      }
    }

    Outcome outcome(long seeds) {
      List<String> never =
          seeds < WHOLE
              ? List.of()
              : coverage.never().stream().filter(n -> pending.why(n).isEmpty()).toList();
      return new Outcome(
          seeds, ticks, violations + never.size(), failures, notYet, never, twice, coverage);
    }
  }

  /** The invariants of a run that nobody watches, for their names and sentences. */
  public static List<Invariant> anyInvariants() {
    return Invariants.watching(new Scene(Story.of(0), new FaultPlan(List.of())));
  }
}
