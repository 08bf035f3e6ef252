package dev.kickoff.jobs.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.jobs.proof.fault.FaultPlan;
import dev.kickoff.jobs.proof.fault.FaultSpan;
import dev.kickoff.jobs.proof.invariant.Violation;
import dev.kickoff.jobs.proof.run.Parts;
import dev.kickoff.jobs.proof.run.SeedRun;
import dev.kickoff.jobs.proof.story.Story;
import dev.kickoff.jobs.proof.story.VirtualTime;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.guardrail.Guardrails;
import dev.kickoff.model.fleet.ScaleRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each invariant fails when the part it watches over is broken. */
@ExtendWith(QuietLoop.class)
class BrokenPartsTest {
  private static final int ROUNDS = 8;

  /** When every seed's event has raised the floor. */
  private static final int SURGE = 12_000;

  /** A guardrail that answers what it likes; it is asked last. */
  private static Parts ending(String name, BiFunction<Integer, Situation, Integer> answer) {
    return Parts.REAL.guardedBy(
        () -> {
          List<Guardrail> all = new ArrayList<>(Guardrails.standard());
          all.add(
              new Guardrail() {
                @Override
                public String name() {
                  return name;
                }

                @Override
                public Verdict check(int proposed, Situation situation, ControlMemory memory) {
                  return new Verdict(name, proposed, answer.apply(proposed, situation), "broken");
                }
              });
          return all;
        });
  }

  /** From the event's surge on half of the hosts, whatever happens. */
  private static Parts sinking() {
    return ending(
        "sinking",
        (proposed, situation) ->
            situation.now().isBefore(VirtualTime.instantOf(SURGE))
                ? proposed
                : situation.fleet().map(f -> Math.max(1, f.size().min() / 2)).orElse(proposed));
  }

  private static Parts without(String... names) {
    Set<String> left = Set.of(names);
    assertThat(Guardrails.standard()).extracting(Guardrail::name).containsAll(left);
    Supplier<List<Guardrail>> rest =
        () -> Guardrails.standard().stream().filter(g -> !left.contains(g.name())).toList();
    return Parts.REAL.guardedBy(rest);
  }

  /** What the first seeds violate, up to the one that violates what is expected. */
  private static Set<String> violated(String expected, Parts parts, String... faults) {
    SeedRun run = new SeedRun(parts, Invariants::watching);
    FaultPlan plan = new FaultPlan(Arrays.stream(faults).map(FaultSpan::parse).toList());
    Set<String> names = new TreeSet<>();
    for (long seed = 1; seed <= ROUNDS && !names.contains(expected); seed++) {
      Story story = Story.of(seed);
      if (!story.isAlone()) {
        run.of(story, plan, Story.SECONDS).violations().stream()
            .map(Violation::invariant)
            .forEach(names::add);
      }
    }
    return names;
  }

  private static void expect(String invariant, Parts parts, String... faults) {
    assertThat(violated(invariant, parts, faults)).contains(invariant);
  }

  @Test
  void dataInDoubtThatLowersIsSeen() {
    expect("doubt-never-lowers", sinking(), "metrics-lost@12000+7200*0");
    expect("doubt-never-lowers", sinking(), "metrics-zero@12000+7200*0");
    expect("doubt-never-lowers", sinking(), "metrics-half@12000+7200*0");
  }

  @Test
  void aSagInTheEventIsSeen() {
    expect("event-never-sags", sinking());
    expect("lowering-is-slow", sinking());
  }

  @Test
  void aLoweringByAnOldCalendarIsSeen() {
    expect(
        "edit-never-lowers",
        sinking(),
        "forecasts-absent@11900+3600*0",
        "event-extended@11950+1*1");
  }

  @Test
  void aLoweringByAFalseClockOrDescriptionIsSeen() {
    expect("skew-never-lowers", sinking(), "clock-skew@12000+7200*900");
    expect("refresh-never-lowers", sinking(), "instance-refresh@12000+7200*0");
    expect("empty-never-lowers", sinking(), "describe-empty@12000+1800*0");
  }

  @Test
  void aCallAboveTheCapIsSeen() {
    Parts widening =
        altered(
            r ->
                new ScaleRequest(
                    r.group(), r.min(), OptionalInt.empty(), OptionalInt.of(r.min() + 1)));
    expect("caps-hold", widening);
  }

  @Test
  void aCallAgainstAnOrderIsSeen() {
    expect("orders-are-obeyed", without("operator"), "order-ceiling@9000+3600*1");
    expect("frozen-means-no-call", without("freeze"), "order-freeze@9000+3600*0");
  }

  @Test
  void aFloorThatDoesNotComeBackOrReachThePlanIsSeen() {
    Parts yielding =
        ending(
            "yielding",
            (proposed, situation) ->
                situation.now().isBefore(VirtualTime.instantOf(SURGE))
                    ? proposed
                    : situation.fleet().map(f -> f.size().min()).orElse(proposed));
    expect("floor-reaches-plan", yielding);
    expect("floor-comes-back", yielding, "foreign-reset@12001+3000*900");
  }

  @Test
  void aCallThatIsLostIsSeen() {
    Parts deaf = altered(r -> new ScaleRequest(r.group(), 1, OptionalInt.empty()));
    expect("actuations-are-not-lost", deaf);
  }

  @Test
  void aCallWithoutAnIntentIsSeen() {
    Parts more = altered(r -> new ScaleRequest(r.group(), r.min() + 1, OptionalInt.empty()));
    expect("no-call-without-intent", more);
  }

  private static Parts altered(UnaryOperator<ScaleRequest> to) {
    return Parts.REAL.calling(fleet -> new AlteredFleet(fleet, to, 1));
  }

  @Test
  void anIntentThatIsSettledTwiceOrNeverIsSeen() {
    expect("intents-settle-once", Parts.REAL.writingTo(real -> CarelessLedger.settling(real, 2)));
    expect("intents-settle-once", Parts.REAL.writingTo(real -> CarelessLedger.settling(real, 0)));
  }

  @Test
  void aDecisionOutOfOrderIsSeen() {
    expect("sequence-rises", Parts.REAL.writingTo(CarelessLedger::forgetful), "kill-idle@9000+1*0");
  }

  @Test
  void aDecisionWithoutAReasonIsSeen() {
    Guardrail mute =
        new Guardrail() {
          @Override
          public String name() {
            return "mute";
          }

          @Override
          public Verdict check(int proposed, Situation seen, ControlMemory memory) {
            return new Verdict("mute", proposed, proposed, "");
          }
        };
    expect("decisions-explain", Parts.REAL.guardedBy(() -> List.of(mute)));
  }

  @Test
  void aDecisionByChanceIsSeen() {
    int[] tossed = new int[1];
    expect(
        "same-input-same-decision",
        ending("moody", (proposed, situation) -> proposed + tossed[0]++ % 2));
  }

  @Test
  void callsInARowAreSeen() {
    expect(
        "calls-are-rare",
        Parts.REAL.calling(fleet -> new AlteredFleet(fleet, request -> request, 2)));
  }

  @Test
  void aReplacedControllerThatLowersIsSeen() {
    Parts unfenced =
        new Parts(
            sinking().guardrails(),
            Parts.REAL.planner(),
            CarelessLedger::unfenced,
            UnaryOperator.identity());
    expect("fenced-never-lowers", unfenced, "two-leaders@11990+1*0");
  }

  @Test
  void aScheduleThatUndercutsOrDoesNotComeIsSeen() {
    Parts releasing = Parts.REAL.calling(fleet -> new SchedulingFleet(fleet, 1));
    expect("schedule-never-undercuts", releasing);
    assertThat(violatedWhenDying(Parts.REAL.calling(fleet -> new RescheduledFleet(fleet, 1))))
        .contains("capacity-comes-without-us");
    assertThat(violatedWhenDying(Parts.REAL)).isEmpty();
  }

  /** What is violated where nothing else scales the group and we die an hour before kick-off. */
  private static Set<String> violatedWhenDying(Parts parts) {
    SeedRun run = new SeedRun(parts, Invariants::watching);
    Set<String> names = new TreeSet<>();
    for (long seed = 1; seed <= 4 * ROUNDS; seed++) {
      Story story = Story.of(seed);
      if (story.isAlone()) {
        String death = "death@" + (story.kickOff() - 3_600) + "+1*0";
        FaultPlan plan = new FaultPlan(List.of(FaultSpan.parse(death)));
        run.of(story, plan, Story.SECONDS).violations().stream()
            .map(Violation::invariant)
            .forEach(names::add);
      }
    }
    return names;
  }
}
