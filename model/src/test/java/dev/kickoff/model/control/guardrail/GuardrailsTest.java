package dev.kickoff.model.control.guardrail;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.Tick;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Memories;
import dev.kickoff.model.demand.KnownPast;
import dev.kickoff.model.override.OperatorOverride.Kind;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Examples in which the order of the guardrails decides. */
class GuardrailsTest {
  private static final Set<String> LIFTS = Set.of("reactive-floor", "zone-spread", "model-health");
  private static final Set<String> DOUBTS =
      Set.of("cold-start", "unit-jump", "plausible-want", "spend", "large-moves");
  private static final Set<String> PACE =
      Set.of("override-expiry", "lower-step", "raise-ramp", "flap", "api-budget");

  private static Decision decide(Tick tick) {
    return new Controller(Guardrails.standard()).decide(tick.situation(), tick.memory());
  }

  private static int floor(Tick tick) {
    return decide(tick).change().to();
  }

  private static Tick knowing(Tick tick, double highest) {
    KnownPast past = new KnownPast(NOON.minus(Duration.ofDays(30)), highest);
    return tick.around(s -> s.with(past));
  }

  private static Tick cappedAt(int tested, Tick tick) {
    return tick.limits(Tick.sized(OptionalInt.empty(), OptionalInt.of(tested)));
  }

  @Test
  void standsInTheOrderThatIsDocumented() {
    List<String> names = Guardrails.standard().stream().map(Guardrail::name).toList();
    assertThat(names).hasSize(28).doesNotHaveDuplicates();
    assertThat(names.subList(0, 3)).containsExactlyInAnyOrderElementsOf(LIFTS);
    assertThat(names.subList(15, 20)).containsExactlyInAnyOrderElementsOf(DOUBTS);
    assertThat(names.subList(20, 22)).containsExactly("operator", "group-bounds");
    assertThat(names.subList(22, 27)).containsExactlyInAnyOrderElementsOf(PACE);
    assertThat(names.get(27)).isEqualTo("freeze");
  }

  @Test
  void lowersByAPinAlthoughInputsAreMissing() {
    assertThat(floor(Tick.of(100, 10).noDemand())).isEqualTo(100);
    assertThat(floor(Tick.of(100, 10).noDemand().order(Kind.PIN, 95))).isEqualTo(95);
  }

  @Test
  void lowersByAPinOrACeilingAlthoughThePlanHasLongWantedMore() {
    ControlMemory wanting = Memories.of(Memories.floor(NOON.minusSeconds(700), 100, 150, 100));
    Tick tick = Tick.of(100, 150).remembering(wanting);
    assertThat(floor(tick.order(Kind.PIN, 40))).isEqualTo(90);
    assertThat(floor(tick.order(Kind.CEILING, 95))).isEqualTo(95);
  }

  @Test
  void lowersByACeilingDuringAnEventWithinThePace() {
    Tick event = Tick.of(100, 100).calendar(Scenes.match("m", NOON));
    assertThat(floor(event.order(Kind.CEILING, 50))).isEqualTo(90);
  }

  @Test
  void raisesWhatMeasuredDemandNeedsAlsoWithinTheHardCap() {
    assertThat(floor(Tick.of(10, 10).demand(45_000))).isEqualTo(45);
    assertThat(floor(cappedAt(40, Tick.of(10, 10).demand(45_000)))).isEqualTo(40);
  }

  @Test
  void letsAnApprovalThroughTheDoubtButNotThroughTheHardCap() {
    Tick doubted = knowing(Tick.of(60, 110), 20_000);
    assertThat(floor(doubted)).isEqualTo(60);
    assertThat(floor(doubted.order(Kind.APPROVAL, 110))).isEqualTo(110);
    assertThat(floor(cappedAt(80, doubted.order(Kind.APPROVAL, 110)))).isEqualTo(80);
  }

  @Test
  void letsAnOrderedFloorThroughTheDoubtButNotThroughTheHardCap() {
    Tick doubted = knowing(Tick.of(60, 110), 20_000).order(Kind.FLOOR, 110);
    assertThat(floor(doubted)).isEqualTo(110);
    assertThat(floor(cappedAt(80, doubted))).isEqualTo(80);
    assertThat(floor(cappedAt(80, Tick.of(60, 60).order(Kind.PIN, 110)))).isEqualTo(80);
  }

  @Test
  void keepsTheConfiguredMinimumUnderAPin() {
    assertThat(floor(Tick.of(5, 5).bounds(4, 400).order(Kind.PIN, 1))).isEqualTo(4);
  }

  @Test
  void freezesAboveEverything() {
    Tick capped = cappedAt(80, Tick.of(100, 10).demand(400_000).order(Kind.FREEZE, 0));
    assertThat(floor(capped)).isEqualTo(100);
    assertThat(floor(capped.order(Kind.PIN, 30).order(Kind.FLOOR, 90))).isEqualTo(100);
    assertThat(floor(Tick.of(1, 10).bounds(4, 400).order(Kind.FREEZE_EVERYTHING, 0))).isEqualTo(1);
  }

  @Test
  void staysBetweenWhatStandsAndWhatIsAsked() {
    assertThat(floor(Tick.of(100, 300))).isEqualTo(180);
    assertThat(floor(Tick.of(100, 150))).isEqualTo(150);
    assertThat(floor(Tick.of(100, 50))).isEqualTo(90);
    assertThat(floor(Tick.of(100, 95))).isEqualTo(95);
  }

  @Test
  void lowersNothingThatStandsAboveTheHardCapWithoutEvidence() {
    Tick above = cappedAt(80, Tick.of(100, 10));
    assertThat(floor(above.noDemand())).isEqualTo(100);
    assertThat(floor(above.calendar(Scenes.match("m", NOON)))).isEqualTo(100);
    assertThat(floor(above)).isEqualTo(90);
    assertThat(floor(cappedAt(80, Tick.of(100, 300)))).isEqualTo(100);
  }
}
