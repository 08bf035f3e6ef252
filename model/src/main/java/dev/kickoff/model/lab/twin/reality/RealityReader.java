package dev.kickoff.model.lab.twin.reality;

import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.twin.reality.Reality.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Brings launches and metrics onto the steps of a run: the load between two values is even, hosts
 * are those at the beginning and what was launched since.
 */
public final class RealityReader {
  private static final long STEP = Reality.STEP * 1_000L;
  private static final long LONGEST_ROW = Duration.ofMinutes(5).toMillis();
  private static final int TOGETHER = 3;
  private static final int MOST_STEPS = 30_000;
  private static final int LEAST_STEPS = 30;

  private final List<String> notes = new ArrayList<>();
  private final List<Launch> launches;
  private final int initial;
  private Instant origin = Instant.EPOCH;
  private int steps;

  private RealityReader(List<Launch> launches, int initial) {
    this.launches = launches.stream().sorted(Comparator.comparing(Launch::requestedAt)).toList();
    this.initial = initial;
  }

  /**
   * Reality, over the time in which both processor and load are known.
   *
   * @param initial hosts in service when that begins, at least one
   * @throws IllegalArgumentException where metrics are missing, too coarse, or too long
   */
  public static Reality read(List<Launch> launches, Metrics metrics, int initial) {
    return new RealityReader(launches, initial).read(metrics);
  }

  private Reality read(Metrics metrics) {
    NavigableMap<Instant, Double> cpu = binned(metrics.cpu(), "CPU");
    NavigableMap<Instant, Double> rpm = binned(metrics.rpm(), "load");
    long cpuStep = step(cpu, "CPU");
    long rpmStep = step(rpm, "load");
    Instant first = later(cpu.firstKey(), rpm.firstKey());
    Instant cpuEnd = cpu.lastKey().plusMillis(cpuStep);
    Instant rpmEnd = rpm.lastKey().plusMillis(rpmStep);
    Instant end = cpuEnd.isBefore(rpmEnd) ? cpuEnd : rpmEnd;
    origin = first;
    long count = Duration.between(first, end).toMillis() / STEP;
    if (count < LEAST_STEPS || count > MOST_STEPS) {
      throw new IllegalArgumentException(
          "CPU and load are both known for %d minutes: 5 to %d are needed"
              .formatted(Math.max(0, count) / 6, MOST_STEPS / 6));
    }
    steps = (int) count;
    LoadCurve load = load(rpm, rpmStep);
    int[] inService = hosts(Launch::inServiceAt);
    int[] desired = hosts(Launch::requestedAt);
    List<Launch> within = within();
    return new Reality(
        origin, load, rows(cpu, cpuStep), inService, desired, asked(within), boots(within), notes);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Values that are finer than a step as the means of steps. */
  private static NavigableMap<Instant, Double> binned(
      NavigableMap<Instant, Double> values, String what) {
    if (values.size() < 2 || step(values, what) >= STEP) {
      return values;
    }
    Map<Instant, List<Double>> bins = new TreeMap<>();
    values.forEach(
        (at, value) ->
            bins.computeIfAbsent(
                    Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), STEP) * STEP),
                    bin -> new ArrayList<>())
                .add(value));
    NavigableMap<Instant, Double> means = new TreeMap<>();
    bins.forEach(
        (at, all) ->
            means.put(at, all.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
    return means;
  }

  /** The usual distance between two values, in milliseconds. */
  private static long step(NavigableMap<Instant, Double> values, String what) {
    if (values.size() < 2) {
      throw new IllegalArgumentException(
          "%d values of the %s: at least two are needed".formatted(values.size(), what));
    }
    List<Instant> at = List.copyOf(values.keySet());
    long[] apart = new long[at.size() - 1];
    for (int i = 0; i < apart.length; i++) {
      apart[i] = Duration.between(at.get(i), at.get(i + 1)).toMillis();
    }
    Arrays.sort(apart);
    long step = apart[apart.length / 2];
    if (step > LONGEST_ROW) {
      throw new IllegalArgumentException(
          "the %s is known every %d minutes: no more than 5 show an alarm at work"
              .formatted(what, step / 60_000));
    }
    return step;
  }

  private LoadCurve load(NavigableMap<Instant, Double> rpm, long rpmStep) {
    double[] values = new double[steps];
    long longest = 0;
    for (int i = 0; i < steps; i++) {
      // Each value is the mean of its row, so it stands in the row's middle.
      Instant middle = origin.plusMillis(i * STEP + STEP / 2).minusMillis(rpmStep / 2);
      Map.Entry<Instant, Double> before = rpm.floorEntry(middle);
      Map.Entry<Instant, Double> after = rpm.higherEntry(middle);
      if (before == null || after == null) {
        values[i] = before == null ? rpm.firstEntry().getValue() : before.getValue();
        continue;
      }
      long gap = Duration.between(before.getKey(), after.getKey()).toMillis();
      longest = Math.max(longest, gap);
      if (gap > LONGEST_ROW && gap > rpmStep) {
        throw new IllegalArgumentException(
            "no load from %s to %s: give a span without such a gap"
                .formatted(before.getKey(), after.getKey()));
      }
      double share = Duration.between(before.getKey(), middle).toMillis() / (double) gap;
      values[i] = before.getValue() + share * (after.getValue() - before.getValue());
    }
    if (longest > rpmStep) {
      notes.add("the load has gaps of up to %d s, bridged evenly".formatted(longest / 1000));
    }
    return new LoadCurve(Duration.ofMillis(STEP), values);
  }

  private List<Row> rows(NavigableMap<Instant, Double> cpu, long cpuStep) {
    List<Row> rows = new ArrayList<>();
    cpu.forEach(
        (at, value) -> {
          int from = stepOf(at);
          int until = stepOf(at.plusMillis(cpuStep));
          if (from >= 0 && until <= steps && until > from) {
            rows.add(new Row(from, until, value));
          }
        });
    return rows;
  }

  private int stepOf(Instant at) {
    return Math.toIntExact(Math.floorDiv(Duration.between(origin, at).toMillis(), STEP));
  }

  private Instant end() {
    return origin.plusMillis(steps * STEP);
  }

  private int[] hosts(java.util.function.Function<Launch, Instant> when) {
    int[] hosts = new int[steps];
    for (int i = 0; i < steps; i++) {
      hosts[i] = initial;
    }
    for (Launch launch : launches) {
      boolean counted = !launch.inServiceAt().isBefore(origin);
      if (counted && when.apply(launch).isBefore(end())) {
        for (int i = Math.max(0, stepOf(when.apply(launch))); i < steps; i++) {
          hosts[i] += launch.hosts();
        }
      }
    }
    return hosts;
  }

  private List<Launch> within() {
    List<Launch> within =
        launches.stream()
            .filter(launch -> !launch.requestedAt().isBefore(origin))
            .filter(launch -> launch.requestedAt().isBefore(end()))
            .toList();
    if (within.size() < launches.size()) {
      notes.add(
          "%d of %d launches lie outside the measured span from %s to %s"
              .formatted(launches.size() - within.size(), launches.size(), origin, end()));
    }
    long others = within.stream().filter(launch -> !launch.byAlarm()).count();
    if (others > 0) {
      notes.add(
          "%d launches were not asked for by an alarm: their hosts count, their times do not"
              .formatted(others));
    }
    return within;
  }

  private List<Integer> asked(List<Launch> within) {
    List<Integer> asked = new ArrayList<>();
    int last = Integer.MIN_VALUE / 2;
    for (Launch launch : within) {
      int step = stepOf(launch.requestedAt());
      if (launch.byAlarm() && step - last > TOGETHER) {
        asked.add(step);
        last = step;
      }
    }
    return asked;
  }

  private static double[] boots(List<Launch> within) {
    List<Double> boots = new ArrayList<>();
    for (Launch launch : within) {
      Duration boot = Duration.between(launch.requestedAt(), launch.inServiceAt());
      for (int i = 0; i < launch.hosts(); i++) {
        boots.add(boot.toMillis() / 60_000.0);
      }
    }
    return boots.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
