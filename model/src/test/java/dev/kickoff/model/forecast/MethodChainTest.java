package dev.kickoff.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandMask;
import dev.kickoff.model.demand.DemandMask.Kind;
import dev.kickoff.model.demand.DemandMasks;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.method.Methods;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MethodChainTest {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Instant DAY_SIX = Demands.START.plus(Duration.ofDays(6));
  private static final DemandSeries CALM =
      Demands.series(Demands.FIVE, WEEK, at -> 1000 + 10 * (at / 300_000 % 2));
  private static final Fixed GOOD = new Fixed("good", 1005, 1020);
  private static final Fixed LATER = new Fixed("later", 1005, 1020);

  /** Demand that doubles on the sixth day and is as before on the seventh. */
  private static final DemandSeries DOUBLED =
      Demands.series(
          Demands.FIVE,
          WEEK,
          at -> {
            long day = Duration.between(Demands.START, Instant.ofEpochMilli(at)).toDays();
            return day == 5 ? 2000 : 1000 + 10 * (at / 300_000 % 2);
          });

  private static MethodNote learnt(ForecastRequest past, Forecaster... methods) {
    return new MethodChain(List.of(methods)).learn(past).note();
  }

  private static ForecastRequest past(DemandSeries series, Instant at) {
    return Demands.request(series, EventCalendar.empty(), at);
  }

  @Test
  void aMethodWhoseP95CoveredTooLittleOfTheLastDayIsPassedOverWithTheReason() {
    MethodNote note = learnt(past(CALM, DAY_SIX), new Fixed("low", 1000, 1005), GOOD);
    assertThat(note.method()).isEqualTo("good");
    assertThat(note.passedOver())
        .containsExactly("low: p95 covered only 50 % of the last day at 1 h");
    assertThat(note.reason()).startsWith("the first choice that passed the test of its last day");
  }

  @Test
  void aMethodWhoseMedianMissedTwiceAsMuchAsTheNextOneIsPassedOver() {
    MethodNote note = learnt(past(CALM, DAY_SIX), new Fixed("high", 1020, 1100), GOOD);
    assertThat(note.method()).isEqualTo("good");
    assertThat(note.passedOver())
        .containsExactly(
            "high: its median missed the last day at 1 h by more than twice as much"
                + " as that of good");
  }

  @Test
  void aMethodReturnsWhenItsTestPassesAgain() {
    Fixed doubled = new Fixed("doubled", 2000, 2100);
    assertThat(learnt(past(DOUBLED, DAY_SIX), GOOD, doubled).method()).isEqualTo("doubled");
    MethodNote after = learnt(past(DOUBLED, DAY_SIX.plus(Duration.ofDays(1))), GOOD, doubled);
    assertThat(after.method()).isEqualTo("good");
    assertThat(after.passedOver()).isEmpty();
  }

  @Test
  void whereAllFailTheFirstIsKept() {
    Fixed low = new Fixed("low", 900, 950);
    MethodNote note = learnt(past(CALM, DAY_SIX), low, new Fixed("lower", 800, 850), new Silent());
    assertThat(note.method()).isEqualTo("low");
    assertThat(note.passedOver()).isEmpty();
  }

  @Test
  void aMethodThatPassesIsNotComparedWithTheNext() {
    List<String> asked = new ArrayList<>();
    Fixed next =
        new Fixed("next", 1005, 1020) {
          @Override
          public ForecastModel fit(ForecastRequest past) {
            asked.add(name());
            return super.fit(past);
          }
        };
    assertThat(learnt(past(CALM, DAY_SIX), LATER, next).method()).isEqualTo("later");
    assertThat(asked).isEmpty();
  }

  @Test
  void stepsThatMustNotBeLearntAreNotJudged() {
    DemandMask test =
        new DemandMask(
            DAY_SIX.minus(Duration.ofDays(1)), DAY_SIX, Kind.LOAD_TEST, "load test", DAY_SIX);
    ForecastRequest past = past(DOUBLED, DAY_SIX).told(new DemandMasks(List.of(test)));
    assertThat(learnt(past, GOOD, new Fixed("doubled", 2000, 2100)).method()).isEqualTo("good");
  }

  @Test
  void aYoungServiceKeepsTheFirstMethodThatCanBeUsed() {
    Instant young = Demands.START.plus(Duration.ofHours(47));
    assertThat(learnt(past(CALM, young), new Fixed("low", 900, 950), GOOD).method())
        .isEqualTo("low");
  }

  @Test
  void ordinaryDemandDemotesNobody() {
    List<Forecaster> methods = Methods.inOrder(ZoneOffset.UTC);
    DemandSeries series = Demands.noisy(11, Duration.ofDays(21), Demands.matches(19));
    EventCalendar calendar = EventCalendar.of(Demands.matches(19));
    for (int day = 16; day < 21; day++) {
      Instant at = Demands.START.plus(Duration.ofDays(day)).plus(Duration.ofHours(5 * day % 24));
      MethodNote note =
          new MethodChain(methods).learn(Demands.request(series, calendar, at)).note();
      assertThat(note.passedOver()).isEmpty();
    }
  }

  /** Always the same. */
  private static class Fixed implements Forecaster {
    private final String name;
    private final Quantiles quantiles;

    Fixed(String name, double p50, double p95) {
      this.name = name;
      this.quantiles = new Quantiles(p50, p95, p95, p95);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Optional<String> unfitFor(ForecastRequest request) {
      return Optional.empty();
    }

    @Override
    public ForecastModel fit(ForecastRequest past) {
      return request -> {
        List<ForecastStep> steps = new ArrayList<>();
        for (int i = 0; i < request.steps(); i++) {
          Instant from = request.issuedAt().plus(request.resolution().multipliedBy(i));
          Instant until = from.plus(request.resolution());
          steps.add(new ForecastStep(from, until, quantiles, quantiles));
        }
        return steps;
      };
    }
  }

  /** Says nothing, and so never stands in for another. */
  private static final class Silent extends Fixed {
    Silent() {
      super("silent", 0, 0);
    }

    @Override
    public ForecastModel fit(ForecastRequest past) {
      return request -> List.of();
    }
  }
}
