package dev.kickoff.model.control;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Tick;
import dev.kickoff.model.control.guardrail.Guardrails;
import dev.kickoff.model.control.surroundings.Surroundings;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OperatorOverride.Kind;
import dev.kickoff.model.override.OverrideBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Guardrail 21: freeze everything, freeze, pin, ceiling, floor, forecast; hard caps above all. */
class PrecedenceTest {
  private static final List<Kind> STRONGEST_FIRST =
      List.of(Kind.FREEZE_EVERYTHING, Kind.FREEZE, Kind.PIN, Kind.CEILING, Kind.FLOOR);

  private static final Controller CONTROLLER = new Controller(Guardrails.standard());
  private static final int STANDING = 30;
  private static final int PLANNED = 34;
  private static final int HARD_CAP = 60;

  private static Tick tick() {
    return Tick.of(STANDING, PLANNED)
        .bounds(2, HARD_CAP)
        .limits(Tick.sized(OptionalInt.of(HARD_CAP), OptionalInt.empty()));
  }

  private static OperatorOverride order(String id, Optional<String> group, Kind kind, int hosts) {
    return new OperatorOverride(
        id,
        group,
        kind,
        kind.countsHosts() ? hosts : 0,
        NOON.minusSeconds(60),
        NOON.plus(Duration.ofHours(3)),
        "ada",
        "a test");
  }

  private static Decision decide(List<OperatorOverride> orders) {
    OverrideBook book = OverrideBook.empty();
    for (OperatorOverride order : orders) {
      book = book.with(order);
    }
    Surroundings calm = Surroundings.CALM;
    Surroundings ordered =
        new Surroundings(
            book, calm.health(), calm.trust(), calm.past(), calm.standby(), calm.leadTime());
    return CONTROLLER.decide(tick().around(s -> ordered).situation(), ControlMemory.EMPTY);
  }

  /** Where the orders of a group lead, by the table and not by the code that is tested. */
  private static int target(List<OperatorOverride> orders, String group) {
    List<OperatorOverride> own =
        orders.stream().filter(o -> o.group().map(group::equals).orElse(true)).toList();
    boolean frozen =
        !hosts(own, Kind.FREEZE_EVERYTHING).isEmpty() || !hosts(own, Kind.FREEZE).isEmpty();
    int wanted = PLANNED;
    if (!hosts(own, Kind.FLOOR).isEmpty()) {
      wanted = Math.max(wanted, Collections.max(hosts(own, Kind.FLOOR)));
    }
    if (!hosts(own, Kind.CEILING).isEmpty()) {
      wanted = Math.min(wanted, Collections.min(hosts(own, Kind.CEILING)));
    }
    if (!hosts(own, Kind.PIN).isEmpty()) {
      wanted = Collections.min(hosts(own, Kind.PIN));
    }
    return frozen ? STANDING : Math.min(wanted, HARD_CAP);
  }

  private static List<Integer> hosts(List<OperatorOverride> orders, Kind kind) {
    return orders.stream().filter(o -> o.kind() == kind).map(OperatorOverride::hosts).toList();
  }

  private static void leadsTo(int target, Decision decision, String what) {
    int to = decision.change().to();
    assertThat(to)
        .as("%s: to %d, towards %d: %s", what, to, target, decision.reason())
        .isBetween(Math.min(STANDING, target), Math.max(STANDING, target));
    if (target != STANDING) {
      assertThat(to).as(what).isNotEqualTo(STANDING);
    }
  }

  static Stream<Arguments> pairs() {
    List<Arguments> pairs = new ArrayList<>();
    for (Kind first : STRONGEST_FIRST) {
      for (Kind second : STRONGEST_FIRST) {
        pairs.add(Arguments.of(first, second));
      }
    }
    return pairs.stream();
  }

  @ParameterizedTest(name = "{0} and {1}")
  @MethodSource("pairs")
  void theStrongerOfTwoOrdersCountsWhicheverIsWrittenFirst(Kind first, Kind second) {
    for (int a : List.of(5, 28, 33, 50, 90)) {
      for (int b : List.of(6, 29, 36, 51, 91)) {
        for (Optional<String> group : List.of(Optional.<String>empty(), Optional.of("web-asg"))) {
          OperatorOverride one = order("1", group, first, a);
          OperatorOverride two = order("2", Optional.empty(), second, b);
          List<OperatorOverride> both = List.of(one, two);
          int target = target(both, "web-asg");
          leadsTo(target, decide(both), both.toString());
          assertThat(decide(List.of(two, one)).change()).isEqualTo(decide(both).change());
          List<OperatorOverride> renamed =
              List.of(order("2", group, first, a), order("1", Optional.empty(), second, b));
          assertThat(decide(renamed).change()).isEqualTo(decide(both).change());
        }
      }
    }
  }

  @Test
  void holdsForAnyNumberOfOrdersInAnyOrderOfWriting() {
    for (long seed = 1; seed <= 500; seed++) {
      Random random = new Random(seed);
      List<OperatorOverride> orders = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(7); i++) {
        Optional<String> group =
            List.of(Optional.<String>empty(), Optional.of("web-asg"), Optional.of("other-asg"))
                .get(random.nextInt(3));
        Kind kind = STRONGEST_FIRST.get(random.nextInt(STRONGEST_FIRST.size()));
        orders.add(order(String.valueOf(i), group, kind, 1 + random.nextInt(100)));
      }
      Decision decision = decide(orders);
      leadsTo(target(orders, "web-asg"), decision, "seed " + seed + " " + orders);
      Collections.shuffle(orders, random);
      assertThat(decide(orders).digest()).as("seed %d", seed).isEqualTo(decision.digest());
    }
  }

  @Test
  void anOrderForAnotherGroupChangesNothing() {
    Decision calm = decide(List.of());
    for (Kind kind : STRONGEST_FIRST) {
      List<OperatorOverride> others = List.of(order("1", Optional.of("other-asg"), kind, 50));
      assertThat(decide(others).change()).isEqualTo(calm.change());
    }
  }

  @Test
  void noOrderRaisesAboveAHardCap() {
    for (Kind kind : List.of(Kind.PIN, Kind.FLOOR)) {
      assertThat(decide(List.of(order("1", Optional.empty(), kind, 500))).change().to())
          .isBetween(STANDING + 1, HARD_CAP);
    }
  }

  @Test
  void aGroupThatIsOrderedToForecastOnlyNeverActsWhateverElseIsOrdered() {
    OperatorOverride only = order("0", Optional.of("web-asg"), Kind.FORECAST_ONLY, 0);
    for (Kind kind : Kind.values()) {
      Decision decision = decide(List.of(only, order("1", Optional.empty(), kind, 50)));
      assertThat(decision.mode()).as("%s", kind).isEqualTo(ControlMode.FORECAST_ONLY);
      assertThat(decision.changesFleet()).as("%s", kind).isFalse();
    }
    OperatorOverride others = order("0", Optional.of("other-asg"), Kind.FORECAST_ONLY, 0);
    assertThat(decide(List.of(others)).mode().acts()).isTrue();
  }
}
