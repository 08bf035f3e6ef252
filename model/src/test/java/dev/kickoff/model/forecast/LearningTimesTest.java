package dev.kickoff.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LearningTimesTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SIX_HOURS = Duration.ofHours(6);
  private static final Service WEB = new Service("web");
  private static final DemandSeries WEEK =
      Demands.series(Demands.FIVE, Duration.ofDays(7), Demands::usual);

  private static Instant learntAt(Service service, Instant at) {
    ForecastRequest request = Demands.request(WEEK, EventCalendar.empty(), at);
    return LearningTimes.of(service, request);
  }

  @Test
  void aThousandServicesLearnAtMostTwelveInAMinute() {
    int[] services = new int[360];
    for (int i = 0; i < 1000; i++) {
      Duration shift = LearningTimes.shift(new Service("service-" + i), MINUTE);
      services[(int) shift.toMinutes()]++;
    }
    assertThat(Arrays.stream(services).max().orElseThrow()).isLessThanOrEqualTo(12);
  }

  @Test
  void aServiceLearnsEverySixHoursAtMinutesOfItsOwn() {
    Instant from = Demands.START.plus(Duration.ofDays(3));
    Set<Instant> learnt = new HashSet<>();
    for (int minute = 0; minute < 48 * 60; minute += 5) {
      Instant at = from.plus(Duration.ofMinutes(minute));
      Instant then = learntAt(WEB, at);
      assertThat(then).isBetween(at.minus(SIX_HOURS).plusMillis(1), at);
      learnt.add(then);
    }
    assertThat(learnt).hasSizeBetween(8, 9);
    Duration shift = LearningTimes.shift(WEB, Demands.FIVE);
    assertThat(learnt)
        .allMatch(each -> (each.toEpochMilli() - shift.toMillis()) % SIX_HOURS.toMillis() == 0);
  }

  @Test
  void stepsAreWholeWhenTheyAreLearntFrom() {
    for (int i = 0; i < 100; i++) {
      Service service = new Service("service-" + i);
      assertThat(LearningTimes.shift(service, Demands.FIVE).toMinutes() % 5).isZero();
      assertThat(LearningTimes.shift(service, Duration.ofDays(1))).isZero();
    }
  }

  @Test
  void aYoungServiceLearnsEveryQuarterOfAnHour() {
    Instant at = Demands.START.plus(Duration.ofHours(30)).plus(Duration.ofMinutes(50));
    assertThat(learntAt(WEB, at)).isEqualTo(at.minus(Duration.ofMinutes(5)));
    Instant first = Demands.START.plus(Demands.FIVE);
    assertThat(learntAt(WEB, first)).isEqualTo(first);
  }
}
