package dev.kickoff.bench;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.quality.UnitWatch;
import dev.kickoff.model.forecast.shape.RidgeUpdate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one update costs: a minute that is watched, and a learning step taken into the ridge. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(2)
public class LearningBenchmark {
  /** A watch that goes through all minutes again and again, restored for each as the job does. */
  @State(Scope.Benchmark)
  public static class Watched {
    private final DemandSeries minutes = new MadeUpService().demand();
    private UnitWatch.Memory memory = UnitWatch.Memory.empty();
    private long seen;

    UnitWatch.Verdict see() {
      UnitWatch watch = new UnitWatch(memory);
      double value = minutes.value((int) (seen % minutes.size()));
      UnitWatch.Verdict verdict = watch.see(60_000 * seen++, value);
      memory = watch.memory();
      return verdict;
    }
  }

  /** The equations of the ridge. */
  @State(Scope.Benchmark)
  public static class Ridge {
    private final MadeUpService service = new MadeUpService();
    private final RidgeUpdate update =
        RidgeUpdate.of(service.demand(), service.calendar(), MadeUpService.ZONE);
  }

  /** One minute through the watch for changes of unit, its memory read and written. */
  @Benchmark
  public UnitWatch.Verdict watchMinute(Watched watched) {
    return watched.see();
  }

  /** One learning step, five minutes, added to the recursive least squares of the event ridge. */
  @Benchmark
  public void updateRidge(Ridge ridge) {
    ridge.update.next();
  }

  /** The coefficients read from the equations, as each fit does a few times. */
  @Benchmark
  public double[] solveRidge(Ridge ridge) {
    return ridge.update.solve();
  }
}
