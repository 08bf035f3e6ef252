package dev.kickoff.jobs.proof.world;

import dev.kickoff.jobs.proof.fault.Fault;
import dev.kickoff.jobs.proof.fault.FaultSpan;
import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetException.Kind;
import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupCondition;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.fleet.Launch;
import dev.kickoff.model.fleet.ScaleReceipt;
import dev.kickoff.model.fleet.ScaleRequest;
import dev.kickoff.model.simulation.SeededNoise;
import dev.kickoff.model.simulation.group.SizeChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One controller's way to the fleet's owner, with everything that can go wrong on it. */
public final class FaultyDoor implements Fleet {
  private static final int PATIENCE = 3;
  private static final int LONGEST = 5;
  private static final int OLDEST = 60;

  private final Scene scene;
  private final Process process;
  private final SeededNoise noise;
  private long calls;

  /** The process that calls. */
  public interface Process {
    /** Which leader it is. */
    long epoch();

    /** What had reached it. */
    Known known();

    /** Whether it is killed right after its call. */
    void afterCall();
  }

  public FaultyDoor(Scene scene, Process process) {
    this.scene = scene;
    this.process = process;
    this.noise = new SeededNoise(scene.story().seed(), 50);
  }

  @Override
  public FleetState describe(String group) {
    trouble();
    int latency = latency();
    scene.time().advanceTo(scene.time().second() + Math.min(latency, PATIENCE));
    if (latency > PATIENCE) {
      throw new FleetException(Kind.TRANSIENT, "no answer within 3 s");
    }
    return described();
  }

  private FleetState described() {
    if (scene.strikes(Fault.DESCRIBE_EMPTY) && chance() < 0.5) {
      throw new FleetException(Kind.MISCONFIGURED, "no Auto Scaling group 'web-asg'");
    }
    FleetState state =
        span(Fault.DESCRIBE_STALE)
            .map(span -> scene.group().describedAgo(1 + (long) (OLDEST * span.size())))
            .orElseGet(scene.group()::describe);
    int serving = serving(state.inService());
    boolean skewed = scene.strikes(Fault.CLOCK_SKEW);
    boolean refreshing = scene.strikes(Fault.INSTANCE_REFRESH);
    Instant owners =
        scene.time().instant().plusSeconds(skewed ? skew(scene, scene.time().second()) : 0);
    GroupCondition condition =
        new GroupCondition(
            Optional.of(owners), scene.group().suspended(), refreshing, 0, scene.group().tags());
    return new FleetState(
        state.group(),
        state.observedAt(),
        state.size(),
        serving,
        Math.max(0, state.size().desired() - serving),
        serving == state.inService() ? state.inServiceByZone() : Map.of("a", serving),
        Optional.of(condition));
  }

  /** By how many seconds the owner's clock is ahead of ours at a second; 0 without a fault. */
  public static long skew(Scene scene, long second) {
    return scene
        .faults()
        .at(Fault.CLOCK_SKEW, second)
        .map(span -> (long) (1_200 * span.size()) - 600)
        .orElse(0L);
  }

  private int serving(int hosts) {
    if (scene.strikes(Fault.DESCRIBE_EMPTY)) {
      return 0;
    }
    return scene.strikes(Fault.CAPACITY_REFUSED)
        ? Math.min(hosts, scene.story().size().desired())
        : hosts;
  }

  @Override
  public ScaleReceipt scale(ScaleRequest request) {
    trouble();
    int latency = latency();
    Sight.Caller caller = caller(request);
    if (latency > PATIENCE) {
      long late = scene.time().second() + latency;
      scene.time().at(late, () -> carryOutLate(request, caller));
      scene.time().advanceTo(scene.time().second() + PATIENCE);
      throw new FleetException(Kind.TRANSIENT, "no answer within 3 s");
    }
    scene.time().advanceTo(scene.time().second() + latency);
    carryOut(request, caller);
    process.afterCall();
    if (scene.strikes(Fault.ANSWERS_LOST)) {
      throw new FleetException(Kind.TRANSIENT, "the connection was closed before the answer");
    }
    return new ScaleReceipt("call-" + calls, described());
  }

  private Sight.Caller caller(ScaleRequest request) {
    boolean fenced = process.epoch() != scene.ledger().epoch();
    boolean intended = scene.ledger().intends(request.min());
    long now = scene.time().second();
    Known known = process.known();
    return new Sight.Caller(now, process.epoch(), fenced, intended, known, known.doubtAt(now));
  }

  private void carryOutLate(ScaleRequest request, Sight.Caller caller) {
    try {
      carryOut(request, caller);
    } catch (FleetException refused) {
      // Nobody waits for the answer any more; the sizes stand as they were.
      scene.count(Fault.CALLS_SLOW);
    }
  }

  private void carryOut(ScaleRequest request, Sight.Caller caller) {
    GroupSize before = scene.group().size();
    int floor = scene.group().floor();
    scene
        .group()
        .change(new SizeChange(OptionalInt.of(request.min()), request.max(), request.desired()));
    scene.see(
        new Sight.Called(
            scene.time().second(), caller, request, before, scene.group().size(), floor));
  }

  /** Fails now and then, before anything is carried out. */
  private void trouble() {
    calls++;
    if (chance() < 0.3 && scene.strikes(Fault.CALLS_THROTTLED)) {
      throw new FleetException(Kind.TRANSIENT, "Rate exceeded (Throttling)");
    }
    if (chance() < 0.1 && scene.strikes(Fault.CALLS_FAILED)) {
      throw new FleetException(Kind.TRANSIENT, "internal failure (500)");
    }
  }

  private int latency() {
    return span(Fault.CALLS_SLOW).map(span -> (int) Math.rint(LONGEST * chance())).orElse(0);
  }

  private Optional<FaultSpan> span(Fault fault) {
    Optional<FaultSpan> span = scene.faults().at(fault, scene.time().second());
    span.ifPresent(s -> scene.count(fault));
    return span;
  }

  /** A number that depends on the time, the call and what is asked, not on what came before. */
  private double chance() {
    return noise.uniform(scene.time().second() * 31 + process.epoch() * 7 + calls % 5);
  }

  @Override
  public List<Launch> launchesSince(String group, Instant since) {
    trouble();
    return scene.group().fleet().launchesSince(group, since);
  }

  @Override
  public void mark(String group, Map<String, String> tags) {
    trouble();
    scene.group().mark(tags);
    scene.see(new Sight.Scheduled(scene.time().second(), "mark"));
  }

  @Override
  public Optional<FleetSchedule> schedule() {
    return scene
        .group()
        .fleet()
        .schedule()
        .map(own -> new ScheduleDoor(scene, own, process.known(), this::trouble));
  }
}
