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
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each invariant fails when the part it watches over is broken. */
class BrokenPartsTest {
  private static final String LOOP = "dev.kickoff.jobs.control";
  private static final int ROUNDS = 12;

  @BeforeAll
  static void beQuiet() {
    Configurator.setLevel(LOOP, Level.OFF);
  }

  @AfterAll
  static void beHeardAgain() {
    Configurator.setLevel(LOOP, Level.INFO);
  }

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

  /** Whatever happens, one host less each time. */
  private static Parts sinking() {
    return ending(
        "sinking",
        (proposed, situation) ->
            situation.fleet().map(f -> Math.max(1, f.size().min() - 1)).orElse(proposed));
  }

  private static Parts without(String... names) {
    Set<String> left = Set.of(names);
    Supplier<List<Guardrail>> rest =
        () -> Guardrails.standard().stream().filter(g -> !left.contains(g.name())).toList();
    return Parts.REAL.guardedBy(rest);
  }

  private static Set<String> violated(Parts parts, String... faults) {
    SeedRun run = new SeedRun(parts, Invariants::watching);
    FaultPlan plan = new FaultPlan(Arrays.stream(faults).map(FaultSpan::parse).toList());
    Set<String> names = Set.of();
    for (long seed = 1; seed <= ROUNDS && names.isEmpty(); seed++) {
      Story story = Story.of(seed);
      if (!story.isAlone()) {
        names =
            run.of(story, plan, Story.SECONDS).violations().stream()
                .map(Violation::invariant)
                .collect(Collectors.toSet());
      }
    }
    return names;
  }

  @Test
  void dataInDoubtThatLowersIsSeen() {
    assertThat(violated(sinking(), "metrics-lost@3600+7200*0")).contains("doubt-never-lowers");
    assertThat(violated(sinking(), "metrics-zero@3600+7200*0")).contains("doubt-never-lowers");
    assertThat(violated(sinking(), "metrics-half@3600+7200*0")).contains("doubt-never-lowers");
  }

  @Test
  void aSagInTheEventIsSeen() {
    assertThat(violated(sinking())).contains("event-never-sags", "lowering-is-slow");
  }

  @Test
  void aLoweringByAnOldCalendarIsSeen() {
    assertThat(violated(sinking(), "forecasts-absent@7000+3600*0", "event-delayed@7200+1*500"))
        .contains("edit-never-lowers");
  }

  @Test
  void aLoweringByAFalseClockOrDescriptionIsSeen() {
    assertThat(violated(sinking(), "clock-skew@3600+7200*900")).contains("skew-never-lowers");
    assertThat(violated(sinking(), "instance-refresh@3600+7200*0"))
        .contains("refresh-never-lowers");
    assertThat(violated(sinking(), "describe-empty@3600+1800*0")).contains("empty-never-lowers");
  }

  @Test
  void aCallAboveTheCapIsSeen() {
    assertThat(violated(ending("soaring", (proposed, situation) -> 10_000)))
        .contains("floor-reaches-plan");
    assertThat(
            violated(
                altered(
                    r ->
                        new ScaleRequest(
                            r.group(), r.min(), OptionalInt.empty(), OptionalInt.of(r.min() + 1)))))
        .contains("caps-hold");
  }

  @Test
  void aCallAgainstAnOrderIsSeen() {
    assertThat(violated(without("operator-orders"), "order-ceiling@3600+3600*1"))
        .contains("orders-are-obeyed");
    assertThat(violated(without("freeze"), "order-freeze@5000+3600*0"))
        .contains("frozen-means-no-call");
  }

  @Test
  void aFloorThatDoesNotComeBackIsSeen() {
    Parts yielding =
        ending(
            "yielding",
            (proposed, situation) -> situation.fleet().map(f -> f.size().min()).orElse(proposed));
    assertThat(violated(yielding)).contains("floor-reaches-plan");
    assertThat(violated(lazyAfterRaise(), "foreign-reset@9000+3000*900"))
        .contains("floor-comes-back");
  }

  /** Raises from the start, but never from the group's first floor again. */
  private static Parts lazyAfterRaise() {
    return ending(
        "lazy",
        (proposed, situation) ->
            situation.now().isAfter(VirtualTime.instantOf(8_990))
                ? situation.fleet().map(f -> f.size().min()).orElse(proposed)
                : proposed);
  }

  @Test
  void aCallWithoutAnIntentIsSeen() {
    assertThat(
            violated(altered(r -> new ScaleRequest(r.group(), r.min() + 1, OptionalInt.empty()))))
        .contains("no-call-without-intent");
  }

  private static Parts altered(UnaryOperator<ScaleRequest> to) {
    return Parts.REAL.calling(fleet -> new AlteredFleet(fleet, to, 1));
  }

  @Test
  void anIntentThatIsSettledTwiceOrNeverIsSeen() {
    assertThat(violated(Parts.REAL.writingTo(real -> CarelessLedger.settling(real, 2))))
        .contains("intents-settle-once");
    assertThat(violated(Parts.REAL.writingTo(real -> CarelessLedger.settling(real, 0))))
        .contains("intents-settle-once");
  }

  @Test
  void aDecisionOutOfOrderOrWithoutAReasonIsSeen() {
    assertThat(violated(Parts.REAL.writingTo(CarelessLedger::forgetful), "kill-idle@9000+1*0"))
        .contains("sequence-rises");
    Parts mute =
        Parts.REAL.guardedBy(
            () ->
                List.of(
                    new Guardrail() {
                      @Override
                      public String name() {
                        return "mute";
                      }

                      @Override
                      public Verdict check(int proposed, Situation seen, ControlMemory memory) {
                        return new Verdict("mute", proposed, proposed, "");
                      }
                    }));
    assertThat(violated(mute)).contains("decisions-explain");
  }

  @Test
  void aDecisionByChanceIsSeen() {
    int[] tossed = new int[1];
    Parts moody = ending("moody", (proposed, situation) -> proposed + tossed[0]++ % 2);
    assertThat(violated(moody)).contains("same-input-same-decision");
  }

  @Test
  void callsInARowAreSeen() {
    Parts twice = Parts.REAL.calling(fleet -> new AlteredFleet(fleet, request -> request, 2));
    assertThat(violated(twice)).contains("calls-are-rare");
  }

  @Test
  void aReplacedControllerThatLowersIsSeen() {
    assertThat(violated(sinking(), "pause-before-call@9000+1800*500"))
        .contains("fenced-never-lowers");
  }

  @Test
  void aScheduleThatUndercutsOrDoesNotComeIsSeen() {
    Parts releasing = scheduling(1);
    assertThat(violated(releasing)).contains("schedule-never-undercuts");
    assertThat(violated(releasing, deathAnHourBefore())).contains("capacity-comes-without-us");
  }

  /** Each seed dies by its own kick-off; the faults of one seed suit the first that is tried. */
  private static String deathAnHourBefore() {
    long seed = 1;
    while (Story.of(seed).isAlone()) {
      seed++;
    }
    return "death@" + (Story.of(seed).kickOff() - 3_600) + "+1*0";
  }

  /** A controller that puts one floor into the owner's schedule, for soon, whenever it calls. */
  private static Parts scheduling(int hosts) {
    return Parts.REAL.calling(fleet -> new SchedulingFleet(fleet, hosts));
  }
}
