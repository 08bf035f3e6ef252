package dev.kickoff.model.control.guardrail.fleet;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.ControlMemory.ForeignChange;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.guardrail.evidence.Measured;
import dev.kickoff.model.fleet.GroupCondition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody else's change is respected for an hour: a higher floor is adopted, a lower one restored
 * three times; then there is a truce, in which the floor rises only for measured demand.
 *
 * <p>While the group's hosts are being replaced nothing is lowered; suspended processes that would
 * make our work idle call a person.
 */
public final class ForeignHand implements Guardrail {
  private static final Duration RESPECT = Duration.ofHours(1);
  private static final int ROUNDS = 3;
  private static final List<String> NEEDED = List.of("Launch", "ScheduledActions");

  @Override
  public String name() {
    return "foreign-hand";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    List<ForeignChange> changes =
        Stream.concat(
                memory.foreign().stream(),
                memory.foreignChange(situation.now(), situation.fleet()).stream())
            .filter(change -> change.at().plus(RESPECT).isAfter(situation.now()))
            .toList();
    Verdict verdict = judge(changes, proposed, situation, memory);
    return idle(situation).map(what -> calling(verdict, what)).orElse(verdict);
  }

  private Verdict judge(
      List<ForeignChange> changes, int proposed, Situation situation, ControlMemory memory) {
    long lowered = changes.stream().filter(ForeignChange::isLower).count();
    if (lowered > ROUNDS) {
      return truce(proposed, situation, memory, lowered);
    }
    if (changes.isEmpty()) {
      return undisturbed(proposed, situation, memory);
    }
    ForeignChange last = changes.get(changes.size() - 1);
    String what =
        "somebody else set %d at %s where %d stood"
            .formatted(last.found(), last.at(), last.expected());
    Verdict held = hold(proposed, situation, memory, what);
    return lowered > 0 ? held.alarming() : held;
  }

  private Verdict truce(int proposed, Situation situation, ControlMemory memory, long rounds) {
    int standing = Controller.floorBefore(situation, memory);
    int most = Math.max(standing, Measured.hostsNeeded(situation).orElse(0));
    String reason =
        "somebody else lowered the floor %d times in an hour: truce within %d..%d"
            .formatted(rounds, standing, most);
    return new Verdict(name(), proposed, Math.max(standing, Math.min(proposed, most)), reason)
        .alarming();
  }

  private Verdict undisturbed(int proposed, Situation situation, ControlMemory memory) {
    if (condition(situation).filter(GroupCondition::refreshing).isPresent()) {
      return hold(proposed, situation, memory, "the group's hosts are being replaced");
    }
    int max = situation.fleet().map(fleet -> fleet.size().max()).orElse(Integer.MAX_VALUE);
    int highest = memory.highestCeiling().orElse(max);
    if (max < highest) {
      String what = "the group's maximum fell from %d to %d".formatted(highest, max);
      return pass(proposed, what).alarming();
    }
    return idle(situation)
        .map(what -> hold(proposed, situation, memory, what))
        .orElseGet(() -> pass(proposed, "nobody else changed the group"));
  }

  /** What makes our work idle; empty when nothing does. */
  private static Optional<String> idle(Situation situation) {
    List<String> idle =
        condition(situation).stream()
            .flatMap(seen -> seen.suspended().stream())
            .filter(NEEDED::contains)
            .toList();
    return idle.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(" and ", idle) + " of the group is suspended");
  }

  /** The same verdict, calling a person because of {@code what} also where that decided nothing. */
  private static Verdict calling(Verdict verdict, String what) {
    String reason =
        verdict.reason().startsWith(what) ? verdict.reason() : verdict.reason() + "; " + what;
    return new Verdict(verdict.guardrail(), verdict.proposed(), verdict.allowed(), reason)
        .alarming();
  }

  private static Optional<GroupCondition> condition(Situation situation) {
    return situation.fleet().flatMap(fleet -> fleet.condition());
  }
}
