package dev.kickoff.model.control;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.control.guardrail.Guardrails;
import dev.kickoff.model.control.guardrail.evidence.MissingDataNeverLowers;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OperatorOverride.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Eight hours of random wants, orders, faults and foreign hands, and what must always hold. */
class GuardrailInvariantTest {
  private static final int HOURS = 8;
  private final Controller controller = new Controller(Guardrails.standard());

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 500);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void holdsEveryInvariantAtEveryTick(long seed) {
    RandomWorld world = new RandomWorld(seed);
    ControlMemory memory = ControlMemory.EMPTY;
    int apart = seed % 3 == 0 ? 60 : 120;
    for (int tick = 0; tick < HOURS * 3_600 / apart; tick++) {
      Situation situation = world.see(NOON.plusSeconds((long) apart * tick));
      Decision decision = controller.decide(situation, memory);
      if (tick % 10 == 0) {
        assertThat(controller.decide(situation, memory)).isEqualTo(decision);
      }
      new Check(decision, situation, memory, world.match()).all();
      memory = memory.after(decision);
      world.follow(decision);
    }
  }

  /** One decision, and what must hold of it; plain comparisons, for there are millions. */
  private record Check(Decision decision, Situation situation, ControlMemory memory, Event match) {
    void all() {
      missingDataNeverLowers();
      monotoneInTheEvent();
      stepsDownAreLimited();
      rampsUpAreLimited();
      neverAboveTheHardCapUnlessItStoodThere();
      frozenIsUnchanged();
      ordersAreFollowedByRank();
      paceStaysBetween();
      everyVerdictGoesOnFromTheLast();
    }

    private int from() {
      return decision.change().from();
    }

    private int to() {
      return decision.change().to();
    }

    private void holds(boolean condition, String invariant) {
      if (!condition) {
        assertThat(condition).as(invariant + "\n" + decision + "\n" + situation).isTrue();
      }
    }

    private boolean isOrdered(Kind... kinds) {
      return situation.surroundings().overrides().inForce("web-asg", situation.now()).stream()
          .map(OperatorOverride::kind)
          .anyMatch(List.of(kinds)::contains);
    }

    private int allowedBy(String guardrail) {
      return decision.trail().stream()
          .filter(verdict -> verdict.guardrail().equals(guardrail))
          .mapToInt(Verdict::allowed)
          .findFirst()
          .orElseThrow();
    }

    private void missingDataNeverLowers() {
      boolean isMissing = MissingDataNeverLowers.lack(situation).isPresent();
      holds(
          !isMissing || to() >= from() || isOrdered(Kind.PIN, Kind.CEILING),
          "G1: missing data never lowers");
    }

    private void monotoneInTheEvent() {
      Instant now = situation.now();
      // A match that is moved or called off was announced less than two hours before its start.
      boolean isOn =
          !now.isBefore(match.start().minusSeconds(1_800))
              && now.isBefore(match.end().plusSeconds(1_800));
      holds(!isOn || to() >= from() || isOrdered(Kind.PIN, Kind.CEILING), "G2: monotone in event");
    }

    private void stepsDownAreLimited() {
      Instant window = situation.now().minusSeconds(300);
      int peak = Math.max(from(), memory.highestSince(window).orElse(0));
      holds(to() >= Math.min(from(), peak - Math.max(1, peak / 10)), "G4: a tenth in 5 minutes");
    }

    private void rampsUpAreLimited() {
      Instant window = situation.now().minusSeconds(60);
      int base = Math.min(from(), memory.lowestSince(window).orElse(from()));
      holds(to() <= Math.max(from(), base + 80), "G5: a burst a minute");
    }

    private void neverAboveTheHardCapUnlessItStoodThere() {
      GroupLimits limits = situation.settings().limits();
      int cap = Math.min(limits.quota().orElse(400), limits.tested().orElse(400));
      holds(to() <= Math.max(Math.min(cap, 400), from()), "G6: the hard cap");
      holds(to() >= Math.min(2, from()), "never below the configured minimum");
    }

    private void frozenIsUnchanged() {
      holds(
          !isOrdered(Kind.FREEZE, Kind.FREEZE_EVERYTHING) || to() == from(),
          "G21: frozen is unchanged");
    }

    private void ordersAreFollowedByRank() {
      int allowed = allowedBy("operator");
      if (isOrdered(Kind.FREEZE_IN)) {
        holds(allowed >= from(), "G21: freeze-in never lowers");
      } else if (isOrdered(Kind.FREEZE_OUT)) {
        holds(allowed <= from(), "G21: freeze-out never raises");
      } else if (isOrdered(Kind.PIN)) {
        holds(allowed == most(Kind.PIN), "G21: a pin is exact");
      } else if (isOrdered(Kind.CEILING)) {
        holds(allowed <= most(Kind.CEILING), "G21: a ceiling before a floor");
      }
    }

    private int most(Kind kind) {
      return situation.surroundings().overrides().overrides().stream()
          .filter(o -> o.kind() == kind && o.isInForce("web-asg", situation.now()))
          .mapToInt(OperatorOverride::hosts)
          .min()
          .orElseThrow();
    }

    private void paceStaysBetween() {
      int asked = allowedBy("group-bounds");
      holds(
          to() >= Math.min(from(), asked) && to() <= Math.max(from(), asked),
          "the pace stays between what stands and what is asked");
    }

    private void everyVerdictGoesOnFromTheLast() {
      int[] proposed = decision.trail().stream().mapToInt(Verdict::proposed).toArray();
      int[] allowed = decision.trail().stream().mapToInt(Verdict::allowed).toArray();
      int[] before =
          Stream.concat(Stream.of(decision.change().wanted()), Arrays.stream(allowed).boxed())
              .limit(proposed.length)
              .mapToInt(Integer::intValue)
              .toArray();
      holds(Arrays.equals(before, proposed), "a trail without a break");
      holds(allowed[allowed.length - 1] == to(), "the last verdict decides");
      holds(!decision.reason().isBlank(), "every decision has a reason");
    }
  }
}
