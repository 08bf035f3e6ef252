package dev.kickoff.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.capacity.CapacityPlanner;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.capacity.PlanningPolicy;
import dev.kickoff.model.control.ActuationIntent;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.ReleaseMode;
import dev.kickoff.model.control.guardrail.Guardrails;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ControlRunnerTest {
  private static final Instant NOON = Instant.parse("2026-06-20T12:00:00Z");

  /** Each look at the clock is a second later. */
  private final AtomicLong seconds = new AtomicLong();

  private final InstantSource clock = () -> NOON.plusSeconds(seconds.getAndIncrement());
  private final BlockingQueue<String> committed = new LinkedBlockingQueue<>();

  /** Cannot be written for one group. */
  private record BrokenFor(String broken, BlockingQueue<String> committed) implements Ledger {
    @Override
    public Past recall(String group) {
      return new Past(ControlMemory.EMPTY, List.of());
    }

    @Override
    public void commit(Page page) {
      String group = page.decision().key().group();
      if (broken.contains(group)) {
        throw new IllegalStateException("a rule is broken");
      }
      committed.add(group);
    }

    @Override
    public void settle(ActuationIntent outcome) {}

    @Override
    public boolean leads(String group) {
      return true;
    }

    @Override
    public long generation(String group) {
      return 1;
    }
  }

  /** No group can be seen. */
  private static final class Unseen implements Fleet {
    @Override
    public FleetState describe(String group) {
      throw new FleetException(FleetException.Kind.TRANSIENT, "no answer");
    }

    @Override
    public ScaleReceipt scale(ScaleRequest request) {
      throw new FleetException(FleetException.Kind.TRANSIENT, "no answer");
    }

    @Override
    public List<Launch> launchesSince(String group, Instant since) {
      throw new FleetException(FleetException.Kind.TRANSIENT, "no answer");
    }

    @Override
    public void mark(String group, Map<String, String> tags) {}

    @Override
    public Optional<FleetSchedule> schedule() {
      return Optional.empty();
    }
  }

  private ControlLoop loop(String group, Ledger ledger) {
    GroupSettings settings =
        new GroupSettings(
            group,
            new Service("web"),
            new HostProfile(1000),
            LeadTime.constant(Duration.ofMinutes(10)),
            new GroupSize(2, 400, 2),
            ControlMode.FORECAST_AND_SCALE,
            ReleaseMode.FLOOR);
    ControlLoop.Engine engine =
        new ControlLoop.Engine(
            new Inbox(),
            new CapacityPlanner(PlanningPolicy.STANDARD),
            new Controller(Guardrails.standard()));
    return new ControlLoop(settings, engine, new Unseen(), ledger);
  }

  private ControlRunner runner(String broken) {
    Ledger ledger = new BrokenFor(broken, committed);
    return new ControlRunner(
        List.of(loop("a", ledger), loop("b", ledger)), clock, span -> Duration.ofMillis(1));
  }

  @Test
  void aLoopThatBreaksEndsAndTheOthersGoOn() throws InterruptedException {
    try (ControlRunner runner = runner("a")) {
      runner.start();
      for (int i = 0; i < 3; i++) {
        assertThat(committed.poll(10, TimeUnit.SECONDS)).isEqualTo("b");
      }
      assertThat(runner.ended()).containsOnlyKeys("a");
      assertThat(runner.failure()).isEmpty();
    }
  }

  @Test
  void whenNoLoopIsLeftItSaysWhy() throws InterruptedException {
    try (ControlRunner runner = runner("ab")) {
      runner.start();
      long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      while (runner.failure().isEmpty() && System.nanoTime() < deadline) {
        Thread.sleep(5); // sleeps until the thread of the loops has ended
      }
      assertThat(runner.failure().orElseThrow()).hasMessage("a rule is broken");
      assertThat(runner.ended()).containsOnlyKeys("a", "b");
    }
  }
}
