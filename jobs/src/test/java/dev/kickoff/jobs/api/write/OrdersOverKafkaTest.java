package dev.kickoff.jobs.api.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.TopicAdmin;
import dev.kickoff.connectors.kafka.TopicEnd;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.api.ViewFeed;
import dev.kickoff.jobs.api.write.Office.Reply;
import dev.kickoff.jobs.local.EmbeddedBroker;
import dev.kickoff.jobs.local.EmbeddedBroker.BrokerSettings;
import dev.kickoff.model.override.OperatorOverride;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersOverKafkaTest {
  private static final String PIN =
      "{'group':'web-asg','kind':'pin','hosts':20,'reason':'the stream has a second commentary'}";

  @Test
  void ordersAreRecordsThatAreShownWhenTheyAreAnsweredAndAfterAStart(@TempDir Path folder)
      throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder))) {
      String bootstrap = broker.bootstrap();
      TopicAdmin.ensure(bootstrap, 1, 1);
      String[] key = {"Idempotency-Key", "a-key-of-ann"};
      Reply given;
      try (Running first = Running.on(bootstrap)) {
        given = first.office().post("/v1/overrides", PIN, key);
        assertThat(given.status()).as(given.whole().body()).isEqualTo(201);
        assertThat(first.office().get(given.header("Location")).json()).isEqualTo(given.json());
      }
      try (Running second = Running.on(bootstrap)) {
        Reply again = second.office().post("/v1/overrides", PIN, key);
        assertThat(again.text("id")).isEqualTo(given.text("id"));
        second.office().now = Office.NOON.plus(Duration.ofMinutes(1));
        second.office().send("DELETE " + given.header("Location"), "ann");
      }
      List<OperatorOverride> written = new ArrayList<>();
      TopicEnd.read(
          bootstrap,
          Topics.OVERRIDE_INSTRUCTION,
          100,
          r -> written.add(Json.decode(r.value(), OperatorOverride.class)));
      assertThat(written).hasSize(2);
      assertThat(written.get(1).until()).isEqualTo(Office.NOON.plus(Duration.ofMinutes(1)));
    }
  }

  @Test
  void reviewsAndEventsAreRecordsToo(@TempDir Path folder) throws Exception {
    String match =
        "{'uid':'match','title':'Brazil vs Scotland','category':'football_match',"
            + "'start':'2016-06-20T19:00:00Z','end':'2016-06-20T21:00:00Z'}";
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder))) {
      TopicAdmin.ensure(broker.bootstrap(), 1, 1);
      Reply waits;
      try (Running first = Running.on(broker.bootstrap())) {
        waits = first.office().post("/v1/events", match);
        assertThat(waits.status()).as(waits.whole().body()).isEqualTo(202);
      }
      try (Running second = Running.on(broker.bootstrap())) {
        String path = "/v1/reviews/" + waits.text("id");
        assertThat(second.office().get(path).json()).isEqualTo(waits.json());
        String body = "{'digest':'" + waits.text("digest") + "','comment':'from the archive'}";
        Reply approved = second.office().send("POST " + path + "/approve", "bob", body);
        assertThat(approved.text("status")).as(approved.whole().body()).isEqualTo("submitted");
        Reply event = second.office().get("/v1/events/match");
        assertThat(event.text("title")).isEqualTo("Brazil vs Scotland");
        assertThat(second.office().views.originOf("match")).hasValue("api");
      }
    }
  }

  private record Running(Office office, ViewFeed feed, TopicOrderLog log) implements AutoCloseable {
    static Running on(String bootstrap) throws Exception {
      List<TopicOrderLog> log = new ArrayList<>();
      Office office =
          new Office(
              o -> {
                log.add(new TopicOrderLog(bootstrap, o.views.arrivals()));
                return log.get(0);
              });
      ViewFeed feed = ViewFeed.start(bootstrap, office.views);
      assertThat(feed.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
      office.wall = java.time.Instant.now();
      return new Running(office, feed, log.get(0));
    }

    @Override
    public void close() {
      office.close();
      feed.close();
      log.close();
    }
  }
}
