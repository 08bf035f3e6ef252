package dev.kickoff.model.forecast.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.MethodNote;
import dev.kickoff.model.forecast.Quantiles;
import dev.kickoff.model.forecast.health.BucketHealth.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ForecastHealthTest {
  private static final Instant START = Instant.parse("2026-06-19T12:00:00Z");
  private static final Quantiles THOUSAND = new Quantiles(1000, 1100, 1200, 1300);

  private final ForecastHealth health = new ForecastHealth();

  private static Instant at(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }

  private static DemandForecast forecast(ForecastKind kind, int issuedAt, Quantiles quantiles) {
    List<ForecastStep> steps = new ArrayList<>();
    long count = kind.horizon().dividedBy(kind.resolution());
    for (int i = 0; i < count; i++) {
      Instant from = at(issuedAt).plus(kind.resolution().multipliedBy(i));
      steps.add(new ForecastStep(from, from.plus(kind.resolution()), quantiles, quantiles));
    }
    MethodNote note = new MethodNote("selection", "the first choice", List.of());
    return new DemandForecast(
        new Service("web"),
        kind,
        at(issuedAt),
        kind.resolution(),
        1,
        note,
        Optional.empty(),
        steps);
  }

  /** As the engine runs: a minute is settled, then a near and sometimes a far one are issued. */
  private void run(int from, int until, IntToDoubleFunction demand) {
    for (int minute = from; minute < until; minute++) {
      health.issued(forecast(ForecastKind.NEAR, minute, THOUSAND));
      if (minute % 15 == 0) {
        health.issued(forecast(ForecastKind.FAR, minute, THOUSAND));
      }
      double came = demand.applyAsDouble(minute);
      if (came >= 0) {
        health.settled(at(minute), came);
      }
    }
  }

  private BucketHealth of(HealthBucket bucket) {
    return health.buckets().get(bucket.ordinal());
  }

  @Test
  void judgesEachMinuteByWhatWasForecastSoLongBefore() {
    run(0, 200, minute -> 900);
    assertThat(of(HealthBucket.QUARTER).judged()).isEqualTo(200 - 14);
    assertThat(of(HealthBucket.HOUR).judged()).isEqualTo(200 - 59);
    assertThat(of(HealthBucket.DAY).judged()).isZero();
    assertThat(of(HealthBucket.DAY).inWords())
        .isEqualTo("nothing forecast 24 h ahead is judged yet");
  }

  @Test
  void saysHowMuchP95CoveredAndHowFarMediansLay() {
    run(0, 459, minute -> minute % 10 < 3 ? 1250 : 800);
    BucketHealth hour = of(HealthBucket.HOUR);
    assertThat(hour.covered95()).isCloseTo(0.7, within(0.01));
    assertThat(hour.covered50()).isCloseTo(0.7, within(0.01));
    assertThat(hour.bias()).hasValueSatisfying(b -> assertThat(b).isCloseTo(0.07, within(0.01)));
    assertThat(hour.verdict()).isEqualTo(Verdict.DEGRADED);
    assertThat(hour.inWords())
        .isEqualTo("p95 covered 70 % of the last 400 minutes at 1 h, medians lay 7 % high");
  }

  @Test
  void mediansFarTooHighAreDegradedThoughP95CoversAll() {
    run(0, 300, minute -> 700);
    assertThat(of(HealthBucket.HOUR).covered95()).isEqualTo(1);
    assertThat(of(HealthBucket.HOUR).verdict()).isEqualTo(Verdict.DEGRADED);
  }

  @Test
  void aFewMinutesAreTooFewToJudge() {
    run(0, 158, minute -> 5000);
    assertThat(of(HealthBucket.HOUR).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(of(HealthBucket.HOUR).inWords()).endsWith("too few to judge");
    run(158, 160, minute -> 5000);
    assertThat(of(HealthBucket.HOUR).verdict()).isEqualTo(Verdict.DEGRADED);
  }

  @Test
  void forgetsWhatIsLongAgo() {
    run(0, 400, minute -> 5000);
    run(400, 1000, minute -> 1000);
    assertThat(of(HealthBucket.HOUR).judged()).isEqualTo(500);
    assertThat(of(HealthBucket.HOUR).verdict()).isEqualTo(Verdict.OK);
  }

  @Test
  void aDayAheadTheMeanOfFiveMinutesIsJudgedOnce() {
    int day = 24 * 60;
    run(0, 2 * day, minute -> minute % 5 == 0 ? 1800 : 1000);
    BucketHealth far = of(HealthBucket.DAY);
    assertThat(far.judged()).isEqualTo((day + 15) / 5);
    assertThat(far.minutes()).isEqualTo(day + 15);
    assertThat(far.covered95()).isEqualTo(1);
    assertThat(far.covered50()).isZero();
  }

  @Test
  void aStepOfWhichTooLittleIsKnownIsNotJudged() {
    int day = 24 * 60;
    run(0, 2 * day, minute -> minute % 5 < 2 ? -1 : 1000);
    assertThat(of(HealthBucket.DAY).judged()).isZero();
    assertThat(of(HealthBucket.HOUR).judged()).isEqualTo(500);
  }

  @Test
  void recordsThatAreReadAgainChangeNothing() {
    run(0, 300, minute -> 1100);
    List<BucketHealth> once = health.buckets();
    run(0, 300, minute -> 9000);
    assertThat(health.buckets()).isEqualTo(once);
  }

  @Test
  void aMinuteThatIsCorrectedLaterCountsAsFirstSettled() {
    run(
        0,
        2 * 24 * 60,
        minute -> {
          health.settled(at(minute), 1000);
          return 90_000;
        });
    assertThat(of(HealthBucket.DAY).covered95()).isEqualTo(1);
  }

  @Test
  void aForecastThatIsRenewedWithinAMinuteCountsAsFirstIssued() {
    for (int minute = 0; minute < 200; minute++) {
      health.issued(forecast(ForecastKind.NEAR, minute, THOUSAND));
      health.issued(forecast(ForecastKind.NEAR, minute, new Quantiles(1, 1, 1, 1)));
      health.settled(at(minute), 1000);
    }
    assertThat(of(HealthBucket.HOUR).covered95()).isEqualTo(1);
  }
}
