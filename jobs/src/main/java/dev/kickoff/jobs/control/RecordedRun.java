package dev.kickoff.jobs.control;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.TopicEnd;
import dev.kickoff.connectors.kafka.TopicTail.Isolation;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.model.capacity.CapacityPlanner;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.surroundings.Surroundings;
import dev.kickoff.model.fleet.FleetState;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A live run, decided once more from what its topics hold.
 *
 * <p>Every decision says how far each input had been read when it was made. The inputs are folded
 * in again exactly that far, the same pure functions decide, and the digests must agree. Reaches
 * back as far as the topics do: compaction of the forecasts ends it.
 */
public final class RecordedRun {
  private static final List<String> INPUTS =
      List.of(Topics.DEMAND_MINUTE, Topics.FORECAST_CURRENT, Topics.CALENDAR_EVENT);

  private static final ObjectReader POSITIONS =
      new ObjectMapper().readerFor(new TypeReference<Map<String, Long>>() {});

  private final GroupSettings settings;
  private final CapacityPlanner planner;
  private final Controller controller;
  private final Inbox inbox = new Inbox();
  private final Map<String, Deque<ConsumerRecord<byte[], byte[]>>> inputs = new HashMap<>();
  private final Deque<FleetState> states = new ArrayDeque<>();
  private final List<Recorded> decisions = new ArrayList<>();

  private record Recorded(Decision decision, Map<String, Long> positions) {}

  /**
   * What came of doing everything again.
   *
   * @param recorded how many there were
   * @param agreeing how many came out as they were recorded
   * @param firstDifference the first that did not, in words; empty when all agree
   */
  public record Outcome(long recorded, long agreeing, Optional<String> firstDifference) {
    /** How many came out differently. */
    public long differing() {
      return recorded - agreeing;
    }
  }

  /** A run of the group as it was configured; its mode is taken from the decisions. */
  public RecordedRun(GroupSettings settings, CapacityPlanner planner, Controller controller) {
    this.settings = settings;
    this.planner = planner;
    this.controller = controller;
  }

  /** Reads the topics to their end and decides everything again. */
  public Outcome decideAgain(String bootstrap) {
    read(bootstrap);
    long agreeing = 0;
    Optional<String> difference = Optional.empty();
    ControlMemory memory = ControlMemory.EMPTY;
    for (Recorded recorded : decisions) {
      Decision again = decide(recorded, memory);
      if (again.digest().equals(recorded.decision().digest())) {
        agreeing++;
      } else if (difference.isEmpty()) {
        difference = Optional.of(difference(recorded.decision(), again));
      }
      memory = memory.after(recorded.decision());
    }
    return new Outcome(decisions.size(), agreeing, difference);
  }

  private void read(String bootstrap) {
    for (String topic : INPUTS) {
      TopicEnd.readAll(
          bootstrap,
          topic,
          Isolation.READ_UNCOMMITTED,
          record ->
              inputs
                  .computeIfAbsent(topic + "/" + record.partition(), p -> new ArrayDeque<>())
                  .add(record));
    }
    TopicEnd.readAll(
        bootstrap,
        Topics.FLEET_STATE,
        Isolation.READ_COMMITTED,
        record -> {
          FleetState state = Json.decode(record.value(), FleetState.class);
          if (state.group().equals(settings.group())) {
            states.add(state);
          }
        });
    TopicEnd.readAll(
        bootstrap,
        Topics.DECISION_ENTRY,
        Isolation.READ_COMMITTED,
        record -> {
          Decision decision = Json.decode(record.value(), Decision.class);
          if (decision.key().group().equals(settings.group())) {
            decisions.add(new Recorded(decision, positions(record)));
          }
        });
  }

  private static Map<String, Long> positions(ConsumerRecord<byte[], byte[]> record) {
    Header header = record.headers().lastHeader(KafkaLedger.POSITIONS);
    if (header == null) {
      throw new IllegalStateException(
          record.topic()
              + "/"
              + record.partition()
              + "@"
              + record.offset()
              + " does not say what had been read");
    }
    try {
      return POSITIONS.readValue(header.value());
    } catch (IOException e) {
      throw new IllegalStateException("positions of a decision cannot be read", e);
    }
  }

  private Decision decide(Recorded recorded, ControlMemory memory) {
    recorded.positions().forEach(this::foldTo);
    Decision decision = recorded.decision();
    Inbox.Look look = inbox.look(decision.key().at());
    Optional<FleetState> fleet =
        decision.inputs().fleet().isPresent()
            ? Optional.ofNullable(states.poll())
            : Optional.empty();
    Surroundings seen = decision.inputs().surroundings().orElse(Surroundings.CALM);
    GroupSettings then = settings.withMode(decision.mode());
    GroupSettings measured = then.seen(seen.leadTime(), seen.quota());
    Situation situation =
        ControlLoop.situation(
            decision.key().at(),
            measured,
            look,
            new ControlLoop.Seen(fleet, ControlLoop.plan(measured, planner, look)));
    return controller.decide(situation.within(seen), memory);
  }

  private void foldTo(String partition, long nextOffset) {
    Deque<ConsumerRecord<byte[], byte[]>> records =
        inputs.getOrDefault(partition, new ArrayDeque<>());
    while (!records.isEmpty() && records.peek().offset() < nextOffset) {
      InboxFeed.readInto(records.poll(), settings.service(), inbox);
    }
  }

  private static String difference(Decision recorded, Decision again) {
    return "decision "
        + recorded.key().sequence()
        + " at "
        + recorded.key().at()
        + " was '"
        + recorded.reason()
        + "', decided again it is '"
        + again.reason()
        + "'";
  }
}
