package dev.kickoff.jobs.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.kafka.PlanHead;
import dev.kickoff.connectors.kafka.TopicAdmin;
import dev.kickoff.connectors.kafka.TopicWriter;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.api.past.DecisionFilter;
import dev.kickoff.jobs.api.past.HistoryFeed;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.local.EmbeddedBroker;
import dev.kickoff.jobs.local.EmbeddedBroker.BrokerSettings;
import dev.kickoff.model.control.FloorChange;
import dev.kickoff.model.forecast.ForecastKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewFeedTest {
  @Test
  void showsWhatStandsInTheTopicsAndSkipsWhatCannotBeRead(@TempDir Path folder) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder))) {
      TopicAdmin.ensure(broker.bootstrap(), 1, 1);
      try (TopicWriter writer = new TopicWriter(broker.bootstrap())) {
        writer.put(Topics.DEMAND_MINUTE, Scene.WEB, "web", Map.of("service", "web"));
        writer.put(Topics.DEMAND_MINUTE, Scene.WEB, "web", Scene.minute(-1, 5_000, 1, true));
        writer.put(Topics.FORECAST_CURRENT, Scene.WEB, "web near", Scene.near(0, 5_000));
        writer.put(
            Topics.PLAN_HEAD,
            Scene.WEB,
            Scene.GROUP,
            new PlanHead(1, 1, Scene.plan(Scene.step(20, 60, 30))));
        writer.put(Topics.FLEET_STATE, Scene.WEB, Scene.GROUP, Scene.fleet(Scene.NOON, 5, 6));
        writer.put(Topics.DECISION_ENTRY, Scene.WEB, Scene.GROUP, Scene.decision(1, 2, 9, 9));
        writer.send(Scene.event("match", 30));
        writer.flush();
      }
      EngineViews views = new Scene().views();
      try (ViewFeed feed = ViewFeed.start(broker.bootstrap(), views)) {
        assertThat(feed.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
        assertThat(feed.problem()).isEmpty();
        assertThat(views.newestMinute(Scene.WEB)).hasValue(Scene.minute(-1, 5_000, 1, true));
        assertThat(views.forecast(Scene.WEB, ForecastKind.NEAR)).hasValue(Scene.near(0, 5_000));
        assertThat(views.plan(Scene.GROUP)).isPresent();
        assertThat(views.fleet(Scene.GROUP)).hasValue(Scene.fleet(Scene.NOON, 5, 6));
        assertThat(views.newestDecision(Scene.GROUP)).hasValue(Scene.decision(1, 2, 9, 9));
        assertThat(views.calendar().events()).containsExactly(Scene.event("match", 30));
      }
    }
  }

  @Test
  void thePastIsKeptInAFileThatGoesOnWhereItEndsAndIsBegunAnewForOtherTopics(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("past.db");
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder.resolve("a")))) {
      TopicAdmin.ensure(broker.bootstrap(), 1, 1);
      decide(broker, 1, 2);
      assertThat(kept(broker, file)).containsExactly(2L, 1L);
      decide(broker, 3, 3);
      assertThat(kept(broker, file)).containsExactly(3L, 2L, 1L);
    }
    try (EmbeddedBroker other = EmbeddedBroker.start(BrokerSettings.in(folder.resolve("b")))) {
      TopicAdmin.ensure(other.bootstrap(), 1, 1);
      decide(other, 9, 9);
      assertThat(kept(other, file)).containsExactly(9L);
    }
  }

  private static void decide(EmbeddedBroker broker, int first, int last) {
    try (TopicWriter writer = new TopicWriter(broker.bootstrap())) {
      for (int i = first; i <= last; i++) {
        writer.put(
            Topics.DECISION_ENTRY, Scene.WEB, Scene.GROUP, Scene.decision(i, i, i + 1, i + 1));
      }
      writer.put(Topics.DECISION_ENTRY, Scene.WEB, Scene.GROUP, Map.of("no", "decision"));
      writer.flush();
    }
  }

  private static List<Long> kept(EmbeddedBroker broker, Path file) throws Exception {
    try (HistoryFeed feed = HistoryFeed.start(broker.bootstrap(), file)) {
      assertThat(feed.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
      assertThat(feed.problem()).isEmpty();
      DecisionFilter all =
          new DecisionFilter(
              Optional.empty(),
              EnumSet.allOf(FloorChange.Action.class),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              100);
      return feed.past().decisions(all).stream().map(d -> d.key().sequence()).toList();
    }
  }
}
