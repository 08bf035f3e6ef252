package dev.kickoff.model.lab.twin;

import dev.kickoff.model.lab.HostCurve;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.sim.AlarmAction;
import dev.kickoff.model.lab.sim.AlarmSettings;
import dev.kickoff.model.lab.sim.AlarmSettings.Kind;
import dev.kickoff.model.lab.sim.Draw;
import dev.kickoff.model.lab.sim.LabGroup;
import dev.kickoff.model.lab.sim.LabRun;
import dev.kickoff.model.lab.sim.LabTrace;
import dev.kickoff.model.lab.sim.Rearm;
import dev.kickoff.model.lab.twin.reality.Launch;
import dev.kickoff.model.lab.twin.reality.Metrics;
import dev.kickoff.model.lab.twin.reality.Reality;
import dev.kickoff.model.lab.twin.reality.RealityReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A reality that is known to the last digit: a simulated group, seen as a person sees a real one,
 * through activities and noisy metrics by the minute.
 */
record Truth(TwinSettings settings, LoadCurve load, double noise, long seed) {
  static final Instant START = Instant.parse("2024-06-01T18:00:00Z");

  private static final double LOAD = 0.01;

  /** What was seen of it. */
  record Seen(List<Launch> launches, Metrics metrics) {}

  static TwinSettings settings(HostCurve host, int increment, double threshold, Duration length) {
    LabGroup group = new LabGroup(host, 1, 1, 1000, Duration.ZERO, 0, 10);
    AlarmAction out =
        AlarmAction.adding(
            increment,
            threshold,
            AlarmSettings.of(Kind.PERIODS, length),
            Rearm.cooldown(Duration.ofMinutes(5)));
    return new TwinSettings(group, out, Optional.empty(), Duration.ZERO, minutes(3.5), 1);
  }

  static Duration minutes(double minutes) {
    return Duration.ofSeconds(Math.round(minutes * 60));
  }

  Seen seen() {
    Draw draw =
        new Draw(
            settings.phase(),
            settings.boot(),
            settings.bootSpread(),
            1,
            1,
            List.of(),
            List.of(),
            seed);
    LabTrace trace =
        LabRun.traced(load, settings.group(), settings.rule(), draw).trace().orElseThrow();
    return new Seen(launches(trace), metrics(trace));
  }

  /** Hosts serve in the order in which they were asked for. */
  private static List<Launch> launches(LabTrace trace) {
    List<Launch> launches = new ArrayList<>();
    Deque<Integer> booting = new ArrayDeque<>();
    for (int step = 1; step < trace.desired().length; step++) {
      for (int i = trace.inService()[step - 1]; i < trace.inService()[step]; i++) {
        launches.add(new Launch(at(booting.removeFirst()), at(step), 1, true));
      }
      for (int i = trace.desired()[step - 1]; i < trace.desired()[step]; i++) {
        booting.addLast(step);
      }
    }
    return launches;
  }

  private Metrics metrics(LabTrace trace) {
    SplittableRandom random = new SplittableRandom(seed);
    TreeMap<Instant, Double> cpu = new TreeMap<>();
    TreeMap<Instant, Double> rpm = new TreeMap<>();
    for (int from = 0; from + 6 <= trace.cpu().length; from += 6) {
      Reality.Row row = new Reality.Row(from, from + 6, 0);
      cpu.put(at(from), Reality.mean(trace.cpu(), row) + noise * random.nextGaussian());
      rpm.put(at(from), Reality.mean(trace.rpm(), row) * (1 + LOAD * random.nextGaussian()));
    }
    return new Metrics(cpu, rpm);
  }

  private static Instant at(int step) {
    return START.plusSeconds((long) step * Reality.STEP);
  }

  /** What a plan becomes by what was seen. */
  Calibration calibrate(TwinSettings planned) {
    Seen seen = seen();
    Reality reality =
        RealityReader.read(seen.launches(), seen.metrics(), settings.group().initial());
    return Calibration.of(reality, planned);
  }
}
