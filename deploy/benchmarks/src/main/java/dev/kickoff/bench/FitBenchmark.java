package dev.kickoff.bench;

import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastModel;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.Forecaster;
import dev.kickoff.model.forecast.method.Methods;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What learning a whole model costs, which the live job does every six hours for each service and
 * kind: rehearsals on the past, the contest of the methods, and the calibration of quantiles.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class FitBenchmark {
  /** What is learnt from. */
  @State(Scope.Benchmark)
  public static class Past {
    @Param({"FAR", "NEAR"})
    ForecastKind kind = ForecastKind.FAR;

    private ForecastRequest request = new MadeUpService().learning(kind);

    /** For the kind that is measured. */
    @Setup(Level.Trial)
    public void take() {
      request = new MadeUpService().learning(kind);
    }

    ForecastModel fit(String method) {
      return fit(Methods.named(method, MadeUpService.ZONE));
    }

    ForecastModel fit(Forecaster method) {
      return method.fit(request);
    }
  }

  /** A selection that has its booster, which is kept for a week and longer. */
  @State(Scope.Benchmark)
  public static class Boosted {
    private final Forecaster selection = Methods.named("selection", MadeUpService.ZONE);
  }

  /** The first fit of a week: a booster is grown, for which an earlier past is rehearsed too. */
  @Benchmark
  public ForecastModel selectionAndItsBooster(Past past) {
    return past.fit("selection");
  }

  /** Every other fit of the week. */
  @Benchmark
  public ForecastModel selection(Past past, Boosted boosted) {
    return past.fit(boosted.selection);
  }

  /** The event ridge alone: no contest, no booster. */
  @Benchmark
  public ForecastModel eventRidge(Past past) {
    return past.fit("event-ridge");
  }
}
