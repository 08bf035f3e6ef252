package dev.kickoff.jobs.proof.fault;

import dev.kickoff.model.simulation.SeededNoise;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The faults of one run.
 *
 * <p>Each acts by itself: what one does is a function of the seed and the time, so that taking
 * another away does not change it.
 */
public final class FaultPlan {
  /** From this second on a drawn plan has no fault, so that the end of a run shows what is left. */
  public static final int QUIET_FROM = 25_200;

  private static final int MOST = 9;
  private static final long STREAM = 77;
  private static final double NONE = 0.04;
  private static final double NEAR_EVENT = 0.5;

  private final List<FaultSpan> spans;
  private final Map<Fault, List<FaultSpan>> byFault = new EnumMap<>(Fault.class);

  public FaultPlan(List<FaultSpan> spans) {
    this.spans = List.copyOf(spans);
    for (FaultSpan span : spans) {
      byFault.computeIfAbsent(span.fault(), f -> new ArrayList<>()).add(span);
    }
  }

  /**
   * The faults of a seed: none now and then, up to nine otherwise, half of them around the event.
   *
   * @param kickOff second of the planned kick-off
   */
  public static FaultPlan drawn(long seed, int kickOff) {
    SeededNoise noise = new SeededNoise(seed, STREAM);
    if (noise.uniform(0) < NONE) {
      return new FaultPlan(List.of());
    }
    int count = 1 + (int) (noise.uniform(1) * MOST);
    List<FaultSpan> spans = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      spans.add(drawn(noise, 10 * (i + 1), kickOff));
    }
    return new FaultPlan(spans);
  }

  private static FaultSpan drawn(SeededNoise noise, long index, int kickOff) {
    Fault[] all = Fault.values();
    Fault fault = all[(int) (noise.uniform(index) * all.length)];
    double length = noise.uniform(index + 1);
    int seconds = fault.shortest() + (int) (length * length * (fault.longest() - fault.shortest()));
    int earliest = noise.uniform(index + 2) < NEAR_EVENT ? kickOff - 3_000 : 60;
    int latest = Math.max(earliest + 1, QUIET_FROM - seconds);
    int from = earliest + (int) (noise.uniform(index + 3) * (latest - earliest));
    if (fault == Fault.DEATH) {
      from = kickOff - 3_600;
    }
    int fitting = Math.max(1, Math.min(seconds, QUIET_FROM - from));
    return new FaultSpan(fault, from, fitting, (int) (noise.uniform(index + 4) * 1_000));
  }

  public List<FaultSpan> spans() {
    return spans;
  }

  /** Those of one kind. */
  public List<FaultSpan> of(Fault fault) {
    return byFault.getOrDefault(fault, List.of());
  }

  /** The first of a kind that acts at a second; empty when none does. */
  public Optional<FaultSpan> at(Fault fault, long second) {
    for (FaultSpan span : of(fault)) {
      if (span.actsAt(second)) {
        return Optional.of(span);
      }
    }
    return Optional.empty();
  }

  /** Whether none of the picked faults acted within {@code before} seconds up to a second. */
  public boolean isQuiet(Predicate<Fault> which, long second, int before) {
    for (FaultSpan span : spans) {
      if (which.test(span.fault()) && span.from() <= second && span.until() > second - before) {
        return false;
      }
    }
    return true;
  }
}
