package dev.kickoff.model.control;

import dev.kickoff.model.audit.Fingerprint;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.capacity.CapacityStep;
import dev.kickoff.model.control.surroundings.Surroundings;
import dev.kickoff.model.demand.DemandSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The decision at one tick: want → guardrails → allowed.
 *
 * <p>Pure: equal situations and memories give equal decisions, digest and all. Every tick yields a
 * decision, also when nothing changes. {@link ControlMemory#after} carries it to the next tick.
 */
public final class Controller {
  private final List<Guardrail> guardrails;

  /** A controller that asks these guardrails in this order. */
  public Controller(List<Guardrail> guardrails) {
    this.guardrails = List.copyOf(guardrails);
  }

  /** What to do about {@code situation}, knowing what was decided before. */
  public Decision decide(Situation situation, ControlMemory memory) {
    int from = floorBefore(situation, memory);
    Optional<CapacityStep> step = situation.plan().flatMap(p -> p.inForceAt(situation.now()));
    int wanted = step.map(CapacityStep::hosts).orElse(from);
    List<Verdict> trail = new ArrayList<>();
    int allowed = wanted;
    for (Guardrail guardrail : guardrails) {
      Verdict verdict = guardrail.check(allowed, situation, memory);
      trail.add(verdict);
      allowed = verdict.allowed();
    }
    FloorChange change = new FloorChange(from, wanted, allowed);
    DecisionKey key =
        new DecisionKey(situation.settings().group(), memory.sequence() + 1, situation.now());
    String reason = reason(change, step, trail) + unmoved(situation, trail);
    DecisionInputs inputs = inputs(situation);
    ControlMode mode = situation.settings().mode();
    String digest = Fingerprint.of(List.of(key, mode, change, trail, reason, inputs));
    return new Decision(key, mode, change, trail, reason, inputs, digest);
  }

  /** The floor that stands before this tick, in hosts. */
  public static int floorBefore(Situation situation, ControlMemory memory) {
    GroupSettings settings = situation.settings();
    Optional<Integer> remembered = memory.lastFloor();
    if (settings.mode() == ControlMode.FORECAST_ONLY && remembered.isPresent()) {
      return remembered.get();
    }
    return situation
        .fleet()
        .map(
            fleet ->
                settings.release() == ReleaseMode.DESIRED
                    ? fleet.size().desired()
                    : fleet.size().min())
        .or(() -> remembered)
        .orElse(settings.bounds().min());
  }

  private static String reason(
      FloorChange change, Optional<CapacityStep> step, List<Verdict> trail) {
    String want =
        step.map(s -> "plan wants " + s.hosts() + " (" + s.reason() + ")")
            .orElse("no plan is in force");
    StringBuilder text = new StringBuilder();
    switch (change.action()) {
      case RAISE -> text.append("raise ").append(change.from()).append(" to ").append(change.to());
      case LOWER -> text.append("lower ").append(change.from()).append(" to ").append(change.to());
      case HOLD -> text.append("hold ").append(change.to());
    }
    text.append(": ").append(want);
    for (Verdict verdict : trail) {
      if (verdict.intervened()) {
        text.append("; ").append(verdict.guardrail()).append(": ").append(verdict.reason());
      }
    }
    return text.toString();
  }

  /** A freeze is told also where nothing would have changed without it. */
  private static String unmoved(Situation situation, List<Verdict> trail) {
    boolean told = !trail.isEmpty() && trail.get(trail.size() - 1).intervened();
    return situation
        .surroundings()
        .overrides()
        .freezeOf(situation.settings().group(), situation.now())
        .filter(order -> !told)
        .map(order -> "; frozen by " + order.author() + " until " + order.until())
        .orElse("");
  }

  private static DecisionInputs inputs(Situation situation) {
    DemandSeries recent = situation.recent();
    Optional<Instant> last = recent.lastKnown();
    return new DecisionInputs(
        situation.fleet(),
        situation.plan().map(CapacityPlan::digest),
        situation.plan().map(CapacityPlan::basis),
        last.map(at -> at.plus(recent.step())),
        last.map(at -> recent.value(recent.indexOf(at))),
        situation.calendar().revision(),
        Optional.of(situation.surroundings()).filter(s -> !s.equals(Surroundings.CALM)));
  }
}
