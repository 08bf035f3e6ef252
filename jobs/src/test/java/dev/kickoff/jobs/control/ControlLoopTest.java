package dev.kickoff.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.capacity.CapacityPlanner;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.capacity.PlanningPolicy;
import dev.kickoff.model.control.ActuationIntent;
import dev.kickoff.model.control.ActuationIntent.Result;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.ReleaseMode;
import dev.kickoff.model.control.guardrail.Guardrails;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.fleet.Launch;
import dev.kickoff.model.fleet.ScaleReceipt;
import dev.kickoff.model.fleet.ScaleRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ControlLoopTest {
  private static final Instant NOON = Instant.parse("2026-06-20T12:00:00Z");
  private static final Service WEB = new Service("web");

  /** What happened, in order: commits, calls and outcomes. */
  private final List<String> story = new ArrayList<>();

  private final List<ActuationIntent> open = new ArrayList<>();
  private final Inbox inbox = new Inbox();
  private Optional<FleetException> trouble = Optional.empty();
  private int min = 2;

  private final Ledger ledger =
      new Ledger() {
        @Override
        public Past recall(String group) {
          return new Past(ControlMemory.EMPTY, open);
        }

        @Override
        public void commit(Page page) {
          story.add("commit " + page.intent().map(i -> "intent " + i.to()).orElse("no intent"));
        }

        @Override
        public void settle(ActuationIntent outcome) {
          ActuationIntent.Outcome end = outcome.outcome().orElseThrow();
          story.add("settle " + end.result() + " " + end.observedMin().orElse(-1));
        }

        @Override
        public boolean leads(String group) {
          return true;
        }

        @Override
        public long generation(String group) {
          return 1;
        }
      };

  private final Fleet fleet =
      new Fleet() {
        @Override
        public FleetState describe(String group) {
          GroupSize size = new GroupSize(min, 400, Math.max(min, 2));
          return new FleetState(group, NOON, size, 2, Math.max(min, 2) - 2, Map.of("a", 2));
        }

        @Override
        public ScaleReceipt scale(ScaleRequest request) {
          story.add("call " + request.min());
          if (trouble.isPresent()) {
            throw trouble.get();
          }
          min = request.min();
          return new ScaleReceipt("request-1", describe(request.group()));
        }

        @Override
        public List<Launch> launchesSince(String group, Instant since) {
          return List.of();
        }

        @Override
        public void mark(String group, Map<String, String> tags) {
          story.add("mark " + new TreeMap<>(tags));
        }

        @Override
        public Optional<FleetSchedule> schedule() {
          return Optional.empty();
        }
      };

  private ControlLoop loop(ControlMode mode) {
    return loop(mode, WallClock.SYSTEM);
  }

  private ControlLoop loop(ControlMode mode, WallClock wall) {
    GroupSettings settings =
        new GroupSettings(
            "web-asg",
            WEB,
            new HostProfile(1000),
            LeadTime.constant(Duration.ofMinutes(10)),
            new GroupSize(2, 400, 2),
            mode,
            ReleaseMode.FLOOR);
    ControlLoop.Engine engine =
        new ControlLoop.Engine(
            inbox,
            new CapacityPlanner(PlanningPolicy.STANDARD),
            new Controller(Guardrails.standard()),
            wall);
    return new ControlLoop(settings, engine, fleet, ledger);
  }

  /** Measured demand that needs 50 hosts at the knee, beside the policy of the group. */
  private void busyMinute() {
    Instant minute = NOON.minusSeconds(120);
    inbox.fold(
        "minutes",
        0,
        1,
        () -> inbox.accept(new MinuteDemand(WEB, minute, 50_000, 1, 1, false, NOON)));
  }

  @Test
  void commitsTheIntentBeforeItCallsAndSettlesItAfterwards() {
    busyMinute();
    Decision decision = loop(ControlMode.FORECAST_AND_SCALE).tick(NOON).orElseThrow();
    assertThat(decision.change().to()).isEqualTo(50);
    assertThat(story).containsExactly("commit intent 50", "call 50", "settle DONE 50");
  }

  @Test
  void callsNobodyInForecastOnly() {
    busyMinute();
    loop(ControlMode.FORECAST_ONLY).tick(NOON);
    assertThat(story).containsExactly("commit no intent");
  }

  @Test
  void decidesAnewAfterACallThatFailed() {
    busyMinute();
    trouble = Optional.of(new FleetException(FleetException.Kind.TRANSIENT, "throttled"));
    ControlLoop loop = loop(ControlMode.FORECAST_AND_SCALE);
    loop.tick(NOON);
    trouble = Optional.empty();
    loop.tick(NOON.plusSeconds(15));
    assertThat(story)
        .containsExactly(
            "commit intent 50",
            "call 50",
            "settle TRANSIENT -1",
            "commit intent 50",
            "call 50",
            "settle DONE 50");
  }

  @Test
  void decidesOnceForOneInstant() {
    ControlLoop loop = loop(ControlMode.FORECAST_AND_SCALE);
    assertThat(loop.tick(NOON)).isPresent();
    assertThat(loop.tick(NOON)).isEmpty();
    assertThat(loop.tick(NOON.minusSeconds(1))).isEmpty();
    assertThat(story).filteredOn(line -> line.startsWith("commit")).hasSize(1);
  }

  @Test
  void reconcilesWhatAStopLeftOpenByLookingAndNeverByCalling() {
    open.add(
        new ActuationIntent(
            "web-asg", 7, NOON, 2, 50, "digest", Optional.empty(), Optional.empty()));
    min = 50;
    loop(ControlMode.FORECAST_AND_SCALE).recover(ledger.recall("web-asg"));
    assertThat(story).containsExactly("settle " + Result.RECONCILED + " 50");
  }

  @Test
  void saysExactlyWhatHadBeenRead() {
    busyMinute();
    Inbox.Look look = inbox.look(NOON);
    assertThat(look.positions()).containsExactly(Map.entry("minutes/0", 1L));
    assertThat(look.recent().lastKnown()).contains(NOON.minusSeconds(120));
    assertThat(look.completeness()).isEqualTo(1.0);
  }

  @Test
  void marksTheGroupAtTakeOverAndNotAgain() {
    ControlLoop loop = loop(ControlMode.FORECAST_AND_SCALE);
    loop.tick(NOON);
    loop.tick(NOON.plusSeconds(15));
    assertThat(story)
        .containsExactly(
            "commit no intent", "mark {kickoff:base-min=2, kickoff:owner=web}", "commit no intent");
  }

  @Test
  void abandonsACallWhenItWasStoppedAfterTheCommit() {
    busyMinute();
    long[] nanos = {0};
    ControlLoop paused =
        loop(
            ControlMode.FORECAST_AND_SCALE,
            new WallClock(() -> NOON, () -> nanos[0] += 6_000_000_000L));
    paused.tick(NOON);
    assertThat(story).containsExactly("commit intent 50", "settle ABANDONED -1");
  }
}
