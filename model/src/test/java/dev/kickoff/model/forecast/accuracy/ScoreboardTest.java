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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScoreboardTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant CUTOFF = Demands.START.plus(Duration.ofDays(10));

  private static DemandForecast forecast(Quantiles quantiles) {
    ForecastStep step = new ForecastStep(CUTOFF, CUTOFF.plus(HOUR), quantiles, quantiles);
    return new DemandForecast(
        new Service("web"),
        ForecastKind.FAR,
        CUTOFF,
        HOUR,
        0,
        new MethodNote("made up", "for a test", List.of()),
        Optional.of(CUTOFF),
        List.of(step));
  }

  private static Scoreboard board(double actual) {
    long cutoff = CUTOFF.toEpochMilli();
    DemandSeries truth =
        Demands.series(
            HOUR,
            Duration.ofDays(11),
            at -> at == cutoff ? actual : 100 + 10 * ((at / 86_400_000L) % 2));
    return new Scoreboard(truth, EventCalendar.empty(), CUTOFF, List.of(HOUR));
  }

  @Test
  void pinballLossIsWeighedByDemand() {
    Scoreboard board = board(100);
    board.add(forecast(new Quantiles(90, 110, 120, 140)));
    ForecastScore score = board.overall().get(HOUR);
    // 2 * (0.5*10 + 0.1*10 + 0.05*20 + 0.01*40) / 4 / 100
    assertThat(score.weightedQuantileLoss()).isCloseTo(0.037, within(1e-12));
    assertThat(score.coverage()).containsExactly(0, 1, 1, 1);
    assertThat(score.bias()).isCloseTo(-0.1, within(1e-12));
    assertThat(score.scaledError()).hasValueSatisfying(e -> assertThat(e).isEqualTo(1));
  }

  @Test
  void comparesWithTheBetterSeasonalNaive() {
    Scoreboard board = board(110);
    board.add(forecast(new Quantiles(110, 110, 110, 110)));
    assertThat(board.overall().get(HOUR).seasonalLoss()).isPresent();
    assertThat(board.overall().get(HOUR).versusSeasonal()).hasValue(0.0);
  }

  @Test
  void gapsAreNotScored() {
    Scoreboard board = board(-1);
    board.add(forecast(new Quantiles(1, 2, 3, 4)));
    assertThat(board.overall()).isEmpty();
  }
}
