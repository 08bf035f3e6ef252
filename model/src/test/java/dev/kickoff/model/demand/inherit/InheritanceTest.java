package dev.kickoff.model.demand.inherit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class InheritanceTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(10);
  private static final Service WEB = new Service("web");

  private static DemandSeries series(int from, int until, IntToDoubleFunction value) {
    DemandSeries.Builder series = DemandSeries.builder(at(from), STEP);
    for (int i = from; i < until; i++) {
      series.set(at(i), value.applyAsDouble(i));
    }
    return series.build();
  }

  private static Instant at(int step) {
    return START.plus(STEP.multipliedBy(step));
  }

  @Test
  void beforeItsFirstOwnStepTheHeirHasTheAncestorsHistory() {
    DemandSeries joined =
        new Inheritance(WEB, series(0, 100, i -> i)).joined(series(100, 110, i -> 7));

    assertThat(joined.start()).isEqualTo(START);
    assertThat(joined.size()).isEqualTo(110);
    assertThat(joined.value(99)).isEqualTo(99);
    assertThat(joined.value(100)).isEqualTo(7);
  }

  @Test
  void fromItsFirstOwnStepOnOnlyItsOwnDemandCountsEvenWhereItHasGaps() {
    DemandSeries own = DemandSeries.builder(at(100), STEP).set(at(102), 7).set(at(105), 8).build();

    DemandSeries joined = Inheritance.join(series(0, 200, i -> 3), own, 1);

    assertThat(joined.value(101)).isEqualTo(3);
    assertThat(joined.value(102)).isEqualTo(7);
    assertThat(joined.isPresent(103)).isFalse();
    assertThat(joined.size()).isEqualTo(106);
  }

  @Test
  void whereBothAreKnownTheAncestorIsBroughtToTheHeirsLevel() {
    Inheritance inheritance = new Inheritance(WEB, series(0, 300, i -> 40));

    DemandSeries joined = inheritance.joined(series(100, 300, i -> i < 250 ? 10 : 80));

    assertThat(joined.value(99)).isEqualTo(10);
    assertThat(inheritance.note(series(100, 300, i -> 10)))
        .isEqualTo("history before 2026-03-02T16:40:00Z inherited from web, times 0.250");
  }

  @Test
  void underAnHourTogetherSaysNothingAboutTheLevel() {
    Inheritance inheritance = new Inheritance(WEB, series(0, 300, i -> 40));
    assertThat(inheritance.joined(series(100, 105, i -> 10)).value(99)).isEqualTo(40);
    assertThat(inheritance.joined(series(100, 106, i -> 10)).value(99)).isEqualTo(10);
  }

  @Test
  void anHeirWithoutDemandOfItsOwnHasAllOfTheAncestors() {
    Inheritance inheritance = new Inheritance(WEB, series(0, 30, i -> 40));
    DemandSeries none = DemandSeries.empty(at(50), STEP);

    assertThat(inheritance.joined(none).until()).isEqualTo(at(30));
    assertThat(inheritance.joined(none).known()).isEqualTo(30);
    assertThat(inheritance.note(none)).isEqualTo("all history inherited from web");
  }

  @Test
  void stepsThatDoNotMatchAreRefused() {
    Inheritance inheritance = new Inheritance(WEB, series(0, 30, i -> 40));
    DemandSeries shifted = DemandSeries.builder(START.plusSeconds(60), STEP).set(0, 1).build();
    assertThatThrownBy(() -> inheritance.joined(shifted))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bring both to the same steps");
  }

  @Test
  void declarationsThatCannotBeMeantAreRefusedWithTheRemedy() {
    assertThat(Lineage.of(List.of("b=a", "c=a")).heirsOf("a")).containsExactly("b", "c");
    assertThat(Lineage.of(List.of("b=a")).ancestorOf(new Service("a"))).isEmpty();
    refused("is not NEW=OLD", "b");
    refused("a service has its own history anyway", "a=a");
    refused("go in a circle", "a=b", "b=a");
    refused("name the one with the longer history: c=a or leave out b=a", "b=a", "c=b");
    refused("two ancestors, a and d", "b=a", "b=d");
  }

  private static void refused(String message, String... declarations) {
    assertThatThrownBy(() -> Lineage.of(List.of(declarations)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
