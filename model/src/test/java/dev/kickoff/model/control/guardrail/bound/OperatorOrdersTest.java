package dev.kickoff.model.control.guardrail.bound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Tick;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.override.OperatorOverride.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OperatorOrdersTest {
  private final OperatorOrders guardrail = new OperatorOrders();

  private int allowed(Tick tick, int proposed) {
    return tick.ask(guardrail, proposed).allowed();
  }

  @Test
  void letsEverythingThroughWithoutAnOrder() {
    assertThat(Tick.of(50, 10).ask(guardrail, 7))
        .isEqualTo(new Verdict("operator", 7, 7, "nothing is ordered"));
    assertThat(Tick.of(50, 10).order(Kind.PIN, 9, Duration.ZERO).ask(guardrail, 7).reason())
        .isEqualTo("nothing is ordered");
  }

  @ParameterizedTest(name = "{0} {1}: {2} becomes {3}")
  @CsvSource({
    "PIN, 40, 10, 40",
    "PIN, 40, 90, 40",
    "CEILING, 40, 39, 39",
    "CEILING, 40, 41, 40",
    "FLOOR, 40, 39, 40",
    "FLOOR, 40, 41, 41",
    "FREEZE_OUT, 0, 51, 50",
    "FREEZE_OUT, 0, 49, 49",
    "FREEZE_IN, 0, 49, 50",
    "FREEZE_IN, 0, 51, 51",
    "APPROVAL, 40, 90, 90",
    "FREEZE, 0, 90, 90",
    "FREEZE_EVERYTHING, 0, 10, 10"
  })
  void obeysOneOrder(Kind kind, int hosts, int proposed, int expected) {
    assertThat(allowed(Tick.of(50, 10).order(kind, hosts), proposed)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} beats {1}: {2} becomes {3}")
  @CsvSource({
    "PIN 40, CEILING 30, 90, 40",
    "PIN 40, FLOOR 60, 10, 40",
    "CEILING 30, FLOOR 60, 10, 30",
    "FREEZE_IN 0, PIN 40, 90, 50",
    "FREEZE_OUT 0, PIN 60, 90, 50",
    "FREEZE_OUT 0, FLOOR 60, 10, 50",
    "FREEZE_IN 0, CEILING 30, 90, 50",
    "FREEZE_IN 0, FREEZE_OUT 0, 90, 50",
    "FREEZE_IN 0, FREEZE_OUT 0, 10, 50",
    "PIN 40, PIN 45, 90, 40",
    "CEILING 30, CEILING 35, 90, 30",
    "FLOOR 60, FLOOR 55, 10, 60"
  })
  void obeysTheStrongerOfTwo(String strong, String weak, int proposed, int expected) {
    Tick tick = Tick.of(50, 10);
    assertThat(allowed(ordered(ordered(tick, strong), weak), proposed)).isEqualTo(expected);
    assertThat(allowed(ordered(ordered(tick, weak), strong), proposed)).isEqualTo(expected);
  }

  private static Tick ordered(Tick tick, String order) {
    String[] words = order.split(" ");
    return tick.order(Kind.valueOf(words[0]), Integer.parseInt(words[1]));
  }

  @Test
  void namesTheOrderThatDecided() {
    Tick tick = Tick.of(50, 10).order(Kind.PIN, 40).order(Kind.FLOOR, 60);
    assertThat(tick.ask(guardrail, 10).reason())
        .isEqualTo("pin 40 by ada until 2026-06-10T13:00:00Z: a test");
    assertThat(Tick.of(50, 10).order(Kind.FREEZE_OUT, 0).ask(guardrail, 90).reason())
        .isEqualTo("freeze-out by ada until 2026-06-10T13:00:00Z: a test");
    assertThat(Tick.of(50, 10).order(Kind.FLOOR, 40).ask(guardrail, 90).reason())
        .isEqualTo("as ordered");
  }

  @Test
  void knowsTheMostThatPinsAndCeilingsAllow() {
    Tick tick = Tick.of(50, 10).order(Kind.CEILING, 40).order(Kind.PIN, 45);
    assertThat(OperatorOrders.most(tick.situation())).isEqualTo(40);
    assertThat(OperatorOrders.most(tick.order(Kind.PIN, 30).situation())).isEqualTo(30);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"PIN", "CEILING"},
      mode = EnumSource.Mode.EXCLUDE)
  void knowsNoMostOfOtherOrders(Kind kind) {
    Tick tick = Tick.of(50, 10).order(kind, kind.countsHosts() ? 5 : 0);
    assertThat(OperatorOrders.most(tick.situation())).isEqualTo(Integer.MAX_VALUE);
  }
}
