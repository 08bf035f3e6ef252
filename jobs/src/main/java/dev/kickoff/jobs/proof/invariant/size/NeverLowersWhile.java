package dev.kickoff.jobs.proof.invariant.size;

import dev.kickoff.jobs.proof.fault.Fault;
import dev.kickoff.jobs.proof.invariant.Findings;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.story.VirtualTime;
import dev.kickoff.jobs.proof.world.FaultyDoor;
import dev.kickoff.jobs.proof.world.Known;
import dev.kickoff.jobs.proof.world.Scene;
import dev.kickoff.jobs.proof.world.Sight;
import dev.kickoff.model.calendar.Event;
import java.time.Instant;
import java.util.Optional;

/**
 * While something is so, no call of the leader lowers the floor that stands in the fleet, unless an
 * operator ordered it.
 *
 * <p>Put to the test by every decision made while it is so.
 */
public final class NeverLowersWhile implements Invariant {
  private static final int AROUND_EVENT = 1_800;
  private static final long MOST_SKEW = 5;

  private final Scene scene;
  private final String name;
  private final String sentence;
  private final Condition condition;

  private NeverLowersWhile(Scene scene, String name, String sentence, Condition condition) {
    this.scene = scene;
    this.name = name;
    this.sentence = sentence;
    this.condition = condition;
  }

  /** Missing, stale, zero or incomplete data (G1, T4). */
  public static Invariant inDoubt(Scene scene) {
    return new NeverLowersWhile(
        scene,
        "doubt-never-lowers",
        "Missing, stale, zero or incomplete data never lowers the floor in the fleet (G1, T4).",
        Known::doubtAt);
  }

  /** From the pre-warm of an event to the end of its tail (G2). */
  public static Invariant inEvent(Scene scene) {
    return new NeverLowersWhile(
        scene,
        "event-never-sags",
        "From 30 minutes before an event until 30 after it the floor never falls (G2).",
        (known, second) -> {
          Instant now = VirtualTime.instantOf(second);
          return known
              .calendar()
              .overlapping(
                  now.minusSeconds(AROUND_EVENT), now.plusSeconds(AROUND_EVENT).plusMillis(1))
              .stream()
              .findFirst()
              .map(Event::title);
        });
  }

  /** A plan made on an older calendar (T17). */
  public static Invariant onOldCalendar(Scene scene) {
    return new NeverLowersWhile(
        scene,
        "edit-never-lowers",
        "An edit of the calendar lowers nothing until a forecast knows it (T17).",
        (known, second) ->
            known.forecastIsOlderThanCalendar()
                ? Optional.of("the forecast knows an older calendar")
                : Optional.empty());
  }

  /** Clocks that disagree (G17, T12). */
  public static Invariant whenClocksDisagree(Scene scene) {
    return new NeverLowersWhile(
        scene,
        "skew-never-lowers",
        "Clocks more than 5 seconds apart lower nothing (G17, T12).",
        (known, second) ->
            Optional.of(FaultyDoor.skew(scene, second))
                .filter(skew -> Math.abs(skew) > MOST_SKEW)
                .map(skew -> "the clocks are " + skew + " s apart"));
  }

  /** Hosts that are being replaced (G14). */
  public static Invariant whileReplacing(Scene scene) {
    return during(
        scene,
        Fault.INSTANCE_REFRESH,
        "refresh-never-lowers",
        "While hosts are being replaced nothing is lowered (G14, T14).");
  }

  /** Descriptions that hold nothing (T6). */
  public static Invariant whileEmpty(Scene scene) {
    return during(
        scene,
        Fault.DESCRIBE_EMPTY,
        "empty-never-lowers",
        "A description without the group, or without hosts, lowers nothing (T6).");
  }

  /** Capacity that does not come (G10). */
  private static Invariant during(Scene scene, Fault fault, String name, String sentence) {
    return new NeverLowersWhile(
        scene,
        name,
        sentence,
        (known, second) -> scene.faults().at(fault, second).map(Object::toString));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public void see(Sight sight, Findings findings) {
    if (sight instanceof Sight.Decided decided) {
      if (condition.why(decided.known(), decided.second()).isPresent()) {
        findings.held(this);
      }
    } else if (sight instanceof Sight.Called call && call.lowers() && !call.leader().fenced()) {
      judge(call, findings);
    }
  }

  private void judge(Sight.Called call, Findings findings) {
    Known known = call.leader().known();
    long asked = call.leader().askedAt();
    Optional<String> why =
        call.leader().doubt().isPresent() && name.startsWith("doubt")
            ? call.leader().doubt()
            : condition.why(known, asked);
    findings.check(
        this,
        call.second(),
        why.isEmpty() || Ordered.lowering(scene, known, asked) || Unseen.at(scene, asked),
        () -> call.floorBefore() + " to " + call.request().min() + " while: " + why.orElse(""));
  }
}
