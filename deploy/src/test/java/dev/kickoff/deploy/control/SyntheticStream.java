package dev.kickoff.deploy.control;

import dev.kickoff.connectors.kafka.TopicWriter;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.MethodNote;
import dev.kickoff.model.forecast.Quantiles;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the forecast job would write, without it: minutes of a demand that surges every 75 minutes,
 * and forecasts that know it.
 */
final class SyntheticStream implements AutoCloseable {
  static final Service WEB = new Service("web");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SharedClock clock;
  private final TopicWriter writer;
  private final Thread thread;
  private volatile boolean stopping;

  SyntheticStream(String bootstrap, SharedClock clock) {
    this.clock = clock;
    this.writer = new TopicWriter(bootstrap);
    this.thread = new Thread(this::run, "synthetic-stream");
    thread.setDaemon(true);
    thread.start();
  }

  /** Twenty thousand requests a minute, six times that in a surge. */
  static double demandAt(Instant at) {
    double minute = (at.toEpochMilli() / 60_000.0) % 75;
    double lift = minute < 10 ? minute / 10 : minute < 35 ? 1 : Math.max(0, (45 - minute) / 10);
    return 20_000 + 100_000 * lift;
  }

  private void run() {
    Instant written = clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofHours(1));
    while (!stopping) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
      while (written.isBefore(now)) {
        write(written, now);
        written = written.plus(MINUTE);
      }
      try {
        Thread.sleep(50); // sleeps while virtual time goes on by itself
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void write(Instant minute, Instant now) {
    Instant end = minute.plus(MINUTE);
    MinuteDemand demand = new MinuteDemand(WEB, minute, demandAt(minute), 1, 1, true, end);
    writer.put(Topics.DEMAND_MINUTE, WEB, "web", demand);
    if (end.equals(now)) {
      writer.put(Topics.FORECAST_CURRENT, WEB, "web/near", forecast(ForecastKind.NEAR, now));
    }
    if (end.toEpochMilli() % Duration.ofMinutes(15).toMillis() == 0) {
      writer.put(Topics.FORECAST_CURRENT, WEB, "web/far", forecast(ForecastKind.FAR, end));
    }
    writer.flush();
  }

  private static DemandForecast forecast(ForecastKind kind, Instant at) {
    Duration step = kind.resolution();
    List<ForecastStep> steps = new ArrayList<>();
    for (Instant from = at; from.isBefore(at.plus(kind.horizon())); from = from.plus(step)) {
      double d = demandAt(from);
      Quantiles q = new Quantiles(d, 1.05 * d, 1.1 * d, 1.15 * d);
      steps.add(new ForecastStep(from, from.plus(step), q, q));
    }
    MethodNote note = new MethodNote("synthetic", "a test's stand-in", List.of());
    return new DemandForecast(WEB, kind, at, step, 0, note, Optional.of(at), steps);
  }

  @Override
  public void close() {
    stopping = true;
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    writer.close();
  }
}
