package dev.kickoff.jobs.api;

import static dev.kickoff.jobs.api.Scene.NOON;
import static dev.kickoff.jobs.api.Scene.WEB;
import static dev.kickoff.jobs.api.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.jobs.api.past.DecisionFilter;
import dev.kickoff.jobs.api.view.EngineStatus.NextChange;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.view.StatusReader;
import dev.kickoff.jobs.api.view.TimelineRow;
import dev.kickoff.jobs.api.view.ViewChange;
import dev.kickoff.model.control.FloorChange.Action;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.health.BucketHealth;
import dev.kickoff.model.forecast.health.HealthBucket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngineViewsTest {
  private final Scene scene = new Scene();
  private final EngineViews views = scene.views();

  private List<TimelineRow> lastHours(int hours) {
    return views.timeline(
        WEB, views.groupsOf(WEB).stream().findFirst(), NOON.minus(Duration.ofHours(hours)), NOON);
  }

  private static DecisionFilter newest(Set<Action> actions, int limit) {
    return new DecisionFilter(
        Optional.empty(), actions, Optional.empty(), Optional.empty(), Optional.empty(), limit);
  }

  @Test
  void theLaterRecordOfAMinuteCounts() {
    views.accept(Scene.minute(-3, 1_000, 1, false));
    views.accept(Scene.minute(-3, 2_000, 2, true));
    assertThat(lastHours(1)).hasSize(1);
    assertThat(lastHours(1).get(0).demandRpm()).hasValue(2_000.0);
    assertThat(views.finalThrough(WEB)).hasValue(at(-2));
  }

  @Test
  void keepsTwoDaysOfMinutes() {
    for (int minute = -60 * 50; minute < 0; minute++) {
      views.accept(Scene.minute(minute, 1_000, 1, true));
    }
    assertThat(lastHours(60)).hasSize(48 * 60 + 1);
  }

  @Test
  void anOlderForecastDoesNotReplaceANewerOne() {
    views.accept(Scene.near(-5, 1_000));
    views.accept(Scene.near(-10, 9_000));
    assertThat(views.forecast(WEB, ForecastKind.NEAR).map(DemandForecast::issuedAt))
        .hasValue(at(-5));
  }

  @Test
  void remembersWhatWasForecastOneLeadTimeAhead() {
    views.accept(Scene.near(-30, 1_000));
    views.accept(Scene.near(-15, 2_000));
    views.accept(Scene.near(-3, 3_000));
    views.accept(Scene.minute(-2, 1_900, 1, true));
    views.accept(Scene.minute(-12, 1_900, 1, true));
    assertThat(lastHours(1))
        .extracting(row -> row.forecast().orElseThrow().p50())
        .containsExactly(1_000.0, 2_000.0);
  }

  @Test
  void judgesTheForecastsOfAServiceByItsFinalMinutes() {
    for (int minute = -200; minute < 0; minute++) {
      views.accept(Scene.near(minute, 1_000));
      views.accept(Scene.minute(minute, 9_000, 1, false));
      views.accept(Scene.minute(minute, minute % 2 == 0 ? 1_100 : 1_300, 2, true));
    }
    BucketHealth hour = views.health(WEB).get(HealthBucket.HOUR.ordinal());
    assertThat(hour.judged()).isEqualTo(141);
    assertThat(hour.inWords())
        .isEqualTo("p95 covered 50 % of the last 141 minutes at 1 h, medians lay 17 % low");
  }

  @Test
  void aGroupThatWasNotSeenForTwoMinutesIsUnknown() {
    views.accept(Scene.fleet(at(-10).plusSeconds(15), 5, 5));
    for (int minute = -10; minute < 0; minute++) {
      views.accept(Scene.minute(minute, 1_000, 1, true));
    }
    assertThat(lastHours(1).stream().filter(row -> row.hosts().isPresent())).hasSize(3);
  }

  @Test
  void quietTicksDoNotPushTheChangesOut() {
    views.accept(Scene.decision(1, 2, 9, 9));
    for (int i = 2; i < 5_000; i++) {
      views.accept(Scene.decision(i, 9, 9, 9));
    }
    assertThat(views.decisions(newest(EnumSet.allOf(Action.class), 9_999))).hasSize(2_001);
    assertThat(views.decision(Scene.GROUP, 1)).isPresent();
    assertThat(views.decision(Scene.GROUP, 2)).isEmpty();
  }

  @Test
  void aRecordThatComesTwiceIsToldOnce() {
    List<ViewChange> told = new ArrayList<>();
    views.addListener(told::add);
    views.accept(Scene.decision(1, 2, 9, 9));
    views.accept(Scene.decision(1, 2, 9, 9));
    views.accept(Scene.event("match", 10));
    views.accept(Scene.event("match", 10));
    assertThat(told).hasSize(2);
  }

  @Test
  void smallStepsInOneDirectionAreOneChange() {
    views.accept(Scene.decision(1, 10, 10, 10));
    views.accept(
        Scene.plan(
            Scene.step(5, 60, 10),
            Scene.step(60, 70, 14),
            Scene.step(70, 80, 18),
            Scene.step(80, 200, 30),
            Scene.step(200, 300, 12)));
    List<NextChange> changes = new StatusReader(views, scene.time()).status().nextChanges();
    assertThat(changes)
        .extracting(NextChange::at, NextChange::completeAt, NextChange::hostsAfter)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(at(50), at(70), 30),
            org.assertj.core.groups.Tuple.tuple(at(200), at(200), 12),
            org.assertj.core.groups.Tuple.tuple(at(300), at(300), 2));
  }
}
