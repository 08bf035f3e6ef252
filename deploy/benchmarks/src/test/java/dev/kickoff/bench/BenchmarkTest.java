package dev.kickoff.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.quality.UnitWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The benchmarks measure what they say; how long it takes is not looked at here. */
class BenchmarkTest {
  private final MadeUpService service = new MadeUpService();

  @Test
  void theServiceHasThirtyPastMatchesAndSixToCome() {
    Instant now = service.demand().until();
    assertThat(service.demand().known()).isEqualTo(40 * 24 * 60);
    assertThat(service.calendar().events())
        .filteredOn(event -> event.start().isBefore(now))
        .hasSize(30);
    assertThat(service.calendar().events())
        .filteredOn(event -> event.start().isAfter(now))
        .hasSize(6);
  }

  @Test
  void cutoffsLieAtEveryMinuteOfOneLearningPeriodAndSomeWithinAMatch() {
    List<ForecastRequest> requests = service.requests(ForecastKind.NEAR);
    Instant first = service.learning(ForecastKind.NEAR).issuedAt();
    Set<Instant> cutoffs = new HashSet<>();
    requests.forEach(request -> cutoffs.add(request.issuedAt()));
    assertThat(cutoffs)
        .hasSize(360)
        .allMatch(at -> !at.isBefore(first) && at.isBefore(first.plus(Duration.ofHours(6))));
    assertThat(first.getEpochSecond() % Duration.ofHours(6).toSeconds()).isZero();
    assertThat(cutoffs)
        .filteredOn(at -> !service.calendar().overlapping(at, at.plusSeconds(1)).isEmpty())
        .hasSize(115);
  }

  @Test
  void forecastsAreThoseOfTheLiveDeskAndOfTheSimpleMethods() {
    ForecastBenchmark benchmark = new ForecastBenchmark();
    ForecastBenchmark.Desk desk = new ForecastBenchmark.Desk();
    desk.learn();
    DemandForecast far = benchmark.far(desk);
    assertThat(far.method().method()).isEqualTo("selection");
    assertThat(far.steps()).hasSize(576);
    assertThat(benchmark.near(desk).steps()).hasSize(60);
    assertThat(benchmark.near(desk).issuedAt()).isNotEqualTo(far.issuedAt());
    String learntAt = benchmark.near(desk).method().reason();
    for (int i = 0; i < 360; i += 7) {
      assertThat(benchmark.near(desk).method().reason()).isEqualTo(learntAt);
    }
    desk.methods = "weekly-profile";
    desk.learn();
    assertThat(benchmark.far(desk).method().method()).isEqualTo("weekly-profile");
  }

  @Test
  void theRidgeIsFedWithAllOfTheHistoryAndSolved() {
    LearningBenchmark benchmark = new LearningBenchmark();
    LearningBenchmark.Ridge ridge = new LearningBenchmark.Ridge();
    double[] before = benchmark.solveRidge(ridge);
    benchmark.updateRidge(ridge);
    assertThat(benchmark.solveRidge(ridge)).hasSameSizeAs(before).isNotEqualTo(before);
  }

  @Test
  void theWatchFindsNothingAmissInTheMadeUpDemand() {
    LearningBenchmark benchmark = new LearningBenchmark();
    LearningBenchmark.Watched watched = new LearningBenchmark.Watched();
    for (int i = 0; i < service.demand().size(); i++) {
      assertThat(benchmark.watchMinute(watched)).isEqualTo(UnitWatch.Verdict.AS_BEFORE);
    }
  }
}
