package dev.kickoff.jobs.forecast.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.jobs.forecast.watch.MethodWatch.UsedMethod;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.MethodNote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MethodWatchTest {
  private final Counter demotions = new SimpleCounter();
  private final MethodWatch watch = new MethodWatch(demotions);
  private @Nullable UsedMethod before;

  private void issued(String method, String... passedOver) {
    DemandForecast forecast =
        new DemandForecast(
            new Service("web"),
            ForecastKind.NEAR,
            Instant.EPOCH,
            Duration.ofMinutes(1),
            0,
            new MethodNote(method, "for a reason", List.of(passedOver)),
            Optional.empty(),
            List.of());
    watch.see(forecast, before);
    before = UsedMethod.of(forecast);
  }

  @Test
  void aMethodFurtherDownTheChainIsCountedOnce() {
    issued("selection");
    issued("weekly-profile", "selection: p95 covered only 62 % of the last day at 1 h");
    issued("weekly-profile", "selection: p95 covered only 58 % of the last day at 1 h");
    assertThat(demotions.getCount()).isEqualTo(1);
  }

  @Test
  void aFirstForecastAndAReturnAreNoDemotions() {
    issued("weekly-profile", "selection needs 4 d of history");
    issued("selection");
    assertThat(demotions.getCount()).isZero();
  }
}
