package dev.kickoff.jobs.proof.run;

import dev.kickoff.jobs.proof.fault.Fault;
import dev.kickoff.jobs.proof.fault.FaultPlan;
import dev.kickoff.jobs.proof.invariant.Findings;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.invariant.Violation;
import dev.kickoff.jobs.proof.story.Story;
import dev.kickoff.jobs.proof.world.Scene;
import dev.kickoff.jobs.proof.world.Sight;
import dev.kickoff.jobs.proof.world.Waited;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One run of a seed: eight hours of the real control loop in its world, watched.
 *
 * <p>A function of its arguments: one thread, no clock but its own.
 */
public final class SeedRun {
  private static final int EVERY = 15;

  private final Parts parts;
  private final Function<Scene, List<Invariant>> watchers;

  /**
   * What came of a run.
   *
   * @param ticks decisions that were committed
   * @param struck how often each fault had an effect
   * @param waited how often each happened to moves that wait for a person
   * @param exercised how often each invariant was put to the test
   * @param log one line for each decision, with what was seen, its digest and the calls after it
   */
  public record Outcome(
      long seed,
      FaultPlan faults,
      long ticks,
      List<Violation> violations,
      Map<Fault, Long> struck,
      Map<Waited, Long> waited,
      Map<String, Long> exercised,
      String log) {
    /** The same without its log, which is long. */
    public Outcome brief() {
      return new Outcome(seed, faults, ticks, violations, struck, waited, exercised, "");
    }
  }

  public SeedRun(Parts parts, Function<Scene, List<Invariant>> watchers) {
    this.parts = parts;
    this.watchers = watchers;
  }

  /** Runs a seed with the faults that it draws. */
  public Outcome of(long seed) {
    Story story = Story.of(seed);
    return of(story, FaultPlan.drawn(seed, story.kickOff()), Story.SECONDS);
  }

  /**
   * Runs a story with some faults.
   *
   * @param seconds how long, up to {@link Story#SECONDS}
   */
  public Outcome of(Story story, FaultPlan faults, int seconds) {
    Scene scene = new Scene(story, faults);
    Findings findings = new Findings();
    Log log = new Log(scene);
    List<Invariant> invariants = watchers.apply(scene);
    scene.watch(log::see);
    scene.watch(sight -> invariants.forEach(invariant -> invariant.see(sight, findings)));
    Leaders leaders = new Leaders(scene, parts);
    Runnable wake = () -> scene.time().at(scene.time().second() + 1, leaders::tick);
    new Feeds(scene, wake).plan();
    new Meddlers(scene, wake).plan();
    new Approver(scene, wake).plan();
    leaders.plan();
    scene.time().at(0, leaders::takeOver);
    for (int second = EVERY; second < seconds; second += EVERY) {
      int now = second;
      scene.time().at(now, () -> tick(scene, leaders, now));
    }
    scene.time().advanceTo(seconds);
    scene.see(new Sight.Ended(seconds));
    return new Outcome(
        story.seed(),
        faults,
        log.decisions(),
        findings.violations(),
        scene.struck(),
        scene.waited(),
        findings.exercised(),
        log.text());
  }

  private static void tick(Scene scene, Leaders leaders, int second) {
    scene.group().remember();
    leaders.tick();
    scene.see(new Sight.Passed(Math.max(second, scene.time().second())));
  }
}
