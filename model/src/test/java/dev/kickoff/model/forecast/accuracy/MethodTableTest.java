package dev.kickoff.model.forecast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.Demands;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.MethodNote;
import dev.kickoff.model.forecast.Quantiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MethodTableTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant FIRST = Demands.START.plus(Duration.ofDays(21));
  private static final EventCalendar MATCH =
      EventCalendar.of(List.of(Demands.match("m", FIRST.plus(Duration.ofHours(30)))));
  private static final DemandSeries TRUTH =
      Demands.series(
          HOUR,
          Duration.ofDays(28),
          at -> Demands.usual(at) * (0.9 + 0.01 * ((at / 3_600_000L) * 7919 % 23)));

  /** Six forecasts, a day apart, which say what came times {@code factor}. */
  private static Scoreboard board(double factor, double peerFactor) {
    Scoreboard board = new Scoreboard(TRUTH, MATCH, FIRST, List.of(HOUR, Duration.ofHours(4), DAY));
    for (int day = 0; day < 6; day++) {
      Instant cutoff = FIRST.plus(DAY.multipliedBy(day));
      board.add(said(cutoff, factor), Map.of("other", said(cutoff, peerFactor)));
    }
    return board;
  }

  private static DemandForecast said(Instant cutoff, double factor) {
    List<ForecastStep> steps = new ArrayList<>();
    for (Instant at = cutoff; at.isBefore(cutoff.plus(DAY)); at = at.plus(HOUR)) {
      double value = factor * TRUTH.at(at).orElseThrow();
      Quantiles quantiles = new Quantiles(value, 1.1 * value, 1.2 * value, 1.3 * value);
      steps.add(new ForecastStep(at, at.plus(HOUR), quantiles, quantiles));
    }
    return new DemandForecast(
        new Service("web"),
        ForecastKind.FAR,
        cutoff,
        HOUR,
        0,
        new MethodNote("made up", "for a test", List.of()),
        Optional.of(cutoff),
        steps);
  }

  private static MethodScore score(Scoreboard board, String method, Duration within, Where where) {
    return board.byMethod().stream()
        .filter(s -> s.method().equals(method))
        .filter(s -> s.cell().equals(new MethodScore.Cell(within, where)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyMethodIsScoredOnTheSameSteps() {
    List<MethodScore> scores = board(1, 1).byMethod();
    assertThat(scores)
        .extracting(MethodScore::method)
        .contains("kickoff", "other", "plain-last-value", "plain-day-before", "plain-week-before");
    assertThat(scores)
        .filteredOn(s -> s.cell().equals(new MethodScore.Cell(DAY, Where.ALL)))
        .extracting(MethodScore::steps)
        .containsOnly(144);
  }

  @Test
  void stepsInsideAndOutsideEventWindowsAddUpToAll() {
    Scoreboard board = board(1, 1);
    assertThat(score(board, "kickoff", DAY, Where.EVENTS).steps()).isEqualTo(3);
    assertThat(score(board, "kickoff", DAY, Where.QUIET).steps()).isEqualTo(141);
    assertThat(score(board, "kickoff", HOUR, Where.ALL).steps()).isEqualTo(6);
    assertThat(score(board, "kickoff", Duration.ofHours(4), Where.ALL).steps()).isEqualTo(24);
  }

  @Test
  void agreesWithTheScoresThatStoodBefore() {
    Scoreboard board = board(0.95, 1);
    ForecastScore before = board.overall().get(DAY);
    MethodScore now = score(board, "kickoff", DAY, Where.ALL);
    assertThat(before).isNotNull();
    assertThat(now.accuracy().weightedQuantileLoss())
        .isCloseTo(before.weightedQuantileLoss(), within(1e-12));
    assertThat(now.accuracy().bias()).isCloseTo(before.bias(), within(1e-12));
    assertThat(now.accuracy().scaledError().orElseThrow())
        .isCloseTo(before.scaledError().orElseThrow(), within(1e-12));
    assertThat(now.coverage().get(1).value()).isEqualTo(before.coverage()[2]);
    assertThat(1 - now.skill().orElseThrow())
        .isCloseTo(before.versusSeasonal().orElseThrow(), within(1e-12));
  }

  @Test
  void aLossIsCalledALoss() {
    assertThat(score(board(0.8, 1), "other", DAY, Where.ALL).kickoffLoses()).isTrue();
    assertThat(score(board(0.8, 1), "other", DAY, Where.ALL).kickoffLosesClearly()).isTrue();
    assertThat(score(board(1, 0.8), "other", DAY, Where.ALL).kickoffLoses()).isFalse();
    assertThat(score(board(1, 1), "other", DAY, Where.ALL).kickoffRatio())
        .hasValueSatisfying(ratio -> assertThat(ratio.value()).isEqualTo(1));
    assertThat(score(board(1, 1), "kickoff", DAY, Where.ALL).kickoffRatio()).isEmpty();
  }

  @Test
  void anIntervalHoldsItsValueAndIsTheSameEveryTime() {
    List<MethodScore> scores = board(0.97, 0.9).byMethod();
    assertThat(scores).isEqualTo(board(0.97, 0.9).byMethod());
    assertThat(scores)
        .flatExtracting(MethodScore::coverage)
        .allMatch(i -> i.low() <= i.value() && i.value() <= i.high());
    assertThat(scores).anyMatch(s -> s.coverage().get(0).low() < s.coverage().get(0).high());
  }

  @Test
  void reliabilityIsByRangeOfHorizons() {
    List<Reliability> own =
        board(1, 1).reliability().stream().filter(r -> r.method().equals("kickoff")).toList();
    assertThat(own).extracting(Reliability::steps).containsExactly(6, 18, 120);
    assertThat(own).extracting(Reliability::from).contains(Duration.ZERO, HOUR);
    assertThat(own)
        .allSatisfy(r -> assertThat(r.width().orElseThrow()).isCloseTo(0.2, within(1e-9)));
    assertThat(own).allSatisfy(r -> assertThat(r.coverage()).hasSize(4));
  }
}
