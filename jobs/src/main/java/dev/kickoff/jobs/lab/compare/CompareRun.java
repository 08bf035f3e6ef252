package dev.kickoff.jobs.lab.compare;

import dev.kickoff.jobs.config.lab.variant.Variant;
import dev.kickoff.model.lab.compare.Metric;
import dev.kickoff.model.lab.compare.Trial;
import dev.kickoff.model.lab.sim.Draw;
import dev.kickoff.model.lab.sim.LabGroup;
import dev.kickoff.model.lab.sim.LabResult;
import dev.kickoff.model.lab.sim.LabRun;
import dev.kickoff.model.lab.sim.rule.ScalingRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Plays every variant under every pair's circumstances, several pairs at once.
 *
 * <p>It may be stopped: pairs that are complete by then are kept, others are dropped whole, so that
 * what is compared stays paired.
 */
public final class CompareRun {
  private static final int THREADS = 2;

  private final CompareInput input;
  private final Runnable onPair;
  private final BooleanSupplier stopped;

  /**
   * A run.
   *
   * @param stopped whether to begin nothing more; pairs that are being played are completed
   * @param onPair called after each complete pair, by several threads
   */
  public CompareRun(CompareInput input, BooleanSupplier stopped, Runnable onPair) {
    this.input = input;
    this.stopped = stopped;
    this.onPair = onPair;
  }

  /** Plays; what was complete when it was stopped, in the pairs' order. */
  public Trial play() {
    List<PlayedPair> pairs = input.pairs();
    AtomicReferenceArray<@Nullable List<Map<Metric, Double>>> done =
        new AtomicReferenceArray<>(pairs.size());
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < pairs.size(); i++) {
        int pair = i;
        running.add(
            threads.submit(
                () -> {
                  if (!stopped.getAsBoolean()) {
                    done.set(pair, outcomes(pairs.get(pair)));
                    onPair.run();
                  }
                }));
      }
      await(running);
    } finally {
      threads.shutdownNow();
    }
    return trial(pairs, done);
  }

  private void await(List<Future<?>> running) {
    try {
      for (Future<?> one : running) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a pair could not be played", e.getCause());
    }
  }

  private List<Map<Metric, Double>> outcomes(PlayedPair pair) {
    return input.variants().stream().map(variant -> outcome(variant, pair)).toList();
  }

  private Map<Metric, Double> outcome(Variant variant, PlayedPair pair) {
    ScalingRule rule = variant.ruleUnder(pair.load());
    LabGroup group = pair.begun(variant.sizes().of(input.lab().group()));
    Map<Metric, Double> sums = new EnumMap<>(Metric.class);
    for (Draw draw : pair.draws()) {
      LabResult result = LabRun.play(pair.load(), group, rule, draw);
      for (Metric metric : Metric.values()) {
        sums.merge(metric, value(metric, result), Double::sum);
      }
    }
    sums.replaceAll((metric, sum) -> sum / pair.draws().size());
    return sums;
  }

  private double value(Metric metric, LabResult result) {
    return switch (metric) {
      case OVER_KNEE_MINUTES -> result.overKneeMinutes();
      case HOST_MINUTES -> result.hostMinutes();
      case COST -> input.lab().costs().of(result.paidHostMinutes(), result.overKneeMinutes());
      case MAX_CPU -> result.maxCpu();
      case P95_LATENCY_MS -> result.maxP95Millis();
    };
  }

  private Trial trial(
      List<PlayedPair> pairs, AtomicReferenceArray<@Nullable List<Map<Metric, Double>>> done) {
    List<String> names = new ArrayList<>();
    List<List<Map<Metric, Double>>> kept = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      String name = pairs.get(i).name();
      Optional.ofNullable(done.get(i))
          .ifPresent(
              outcomes -> {
                names.add(name);
                kept.add(outcomes);
              });
    }
    List<Map<Metric, double[]>> outcomes = new ArrayList<>();
    for (int v = 0; v < input.variants().size(); v++) {
      int variant = v;
      Map<Metric, double[]> byMetric = new EnumMap<>(Metric.class);
      for (Metric metric : Metric.values()) {
        byMetric.put(
            metric,
            kept.stream()
                .map(pair -> pair.get(variant).get(metric))
                .mapToDouble(Double::doubleValue)
                .toArray());
      }
      outcomes.add(byMetric);
    }
    List<String> variants = input.variants().stream().map(Variant::name).toList();
    return new Trial(variants, input.unit(), names, outcomes);
  }
}
