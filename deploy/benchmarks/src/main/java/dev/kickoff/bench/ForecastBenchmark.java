package dev.kickoff.bench;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastDesk;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.method.Methods;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one forecast costs once the model is learnt, which holds for six hours: the desk as it is
 * live, and two simple methods beside it. Cutoffs lie at every minute of the six hours, a third of
 * them during a match.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(2)
public class ForecastBenchmark {
  /** A desk that has learnt. */
  @State(Scope.Benchmark)
  public static class Desk {
    private static final String AS_LIVE = "as-live";

    @Param({AS_LIVE, "weekly-profile", "seasonal-naive-week"})
    String methods = AS_LIVE;

    private final MadeUpService service = new MadeUpService();
    private final List<ForecastRequest> far = service.requests(ForecastKind.FAR);
    private final List<ForecastRequest> near = service.requests(ForecastKind.NEAR);
    private ForecastDesk desk = new ForecastDesk(List.of());
    private int next;

    /** Learns, so that no measured forecast has to. */
    @Setup
    public void learn() {
      desk =
          new ForecastDesk(
              methods.equals(AS_LIVE)
                  ? Methods.inOrder(MadeUpService.ZONE)
                  : List.of(Methods.named(methods, MadeUpService.ZONE)));
      issue(ForecastKind.FAR, far);
      issue(ForecastKind.NEAR, near);
    }

    DemandForecast issue(ForecastKind kind, List<ForecastRequest> requests) {
      next = (next + 1) % requests.size();
      return desk.issue(MadeUpService.SERVICE, kind, requests.get(next));
    }
  }

  /** A far forecast as the desk issues it. */
  @State(Scope.Benchmark)
  public static class Issued {
    private DemandForecast forecast = issue(new Desk());

    private static DemandForecast issue(Desk desk) {
      desk.learn();
      return desk.issue(ForecastKind.FAR, desk.far);
    }
  }

  /** 48 hours in 576 steps. */
  @Benchmark
  public DemandForecast far(Desk desk) {
    return desk.issue(ForecastKind.FAR, desk.far);
  }

  /** An hour in 60 steps. */
  @Benchmark
  public DemandForecast near(Desk desk) {
    return desk.issue(ForecastKind.NEAR, desk.near);
  }

  /** For scale: a far forecast as the bytes of its record. */
  @Benchmark
  public byte[] encodeFar(Issued issued) {
    return Json.encode(issued.forecast);
  }
}
