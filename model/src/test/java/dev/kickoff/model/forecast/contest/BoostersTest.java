package dev.kickoff.model.forecast.contest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.Demands;
import dev.kickoff.model.forecast.ForecastModel;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.shape.FlatLearner;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.RecentRest;
import java.lang.ref.Reference;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoostersTest {
  private static final LocalClock UTC = new LocalClock(ZoneOffset.UTC);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration REACH = Duration.ofDays(15);
  private static final int SERVICES = 70;

  private final Boosters boosters = new Boosters(UTC);
  private int rehearsals;

  private Boosters.Grown grownFor(int service, Duration later) {
    DemandSeries history =
        Demands.series(HOUR, REACH.plus(later), at -> Demands.usual(at) + service);
    ForecastRequest request =
        new ForecastRequest(
            history.until(), HOUR, Duration.ofHours(2), history, EventCalendar.empty());
    return boosters.at(request, this::rehearsed);
  }

  private Rehearsed rehearsed(ForecastRequest then) {
    rehearsals++;
    Entrant last = new Entrant("last", 0, LevelRule.only(RecentRest.LAST));
    return Rehearsed.of(then, List.of(new FlatLearner()), last, UTC);
  }

  @Test
  void keepsThoseOfAnyNumberOfServicesWhileTheirModelsAreInUse() {
    List<ForecastModel> models = new ArrayList<>();
    for (int service = 0; service < SERVICES; service++) {
      ForecastModel model = new Silent();
      boosters.keep(grownFor(service, Duration.ZERO), model);
      models.add(model);
    }
    assertThat(rehearsals).isEqualTo(SERVICES);
    System.gc(); // what is held weakly only is gone now
    for (int service = 0; service < SERVICES; service++) {
      grownFor(service, Duration.ofHours(6));
    }
    assertThat(rehearsals).isEqualTo(SERVICES);
    Reference.reachabilityFence(models);
  }

  @Test
  void growsAnotherInTheNextWeek() {
    ForecastModel model = new Silent();
    boosters.keep(grownFor(0, Duration.ZERO), model);
    grownFor(0, Duration.ofDays(7));
    assertThat(rehearsals).isEqualTo(2);
    Reference.reachabilityFence(model);
  }

  /** A model that nobody asks. */
  private static final class Silent implements ForecastModel {
    @Override
    public List<ForecastStep> forecast(ForecastRequest request) {
      return List.of();
    }
  }
}
