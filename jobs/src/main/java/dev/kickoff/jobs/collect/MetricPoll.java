package dev.kickoff.jobs.collect;

import dev.kickoff.jobs.config.collect.CollectSettings.Metric;
import dev.kickoff.model.demand.DemandSample;
import dev.kickoff.model.demand.source.MetricSource;
import dev.kickoff.model.demand.source.MetricSourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One polled metric: what it is asked next, and how far it came.
 *
 * <p>Each reading begins ten minutes before the end of the last, because sources correct what they
 * said; what they repeat is dropped as a duplicate by whoever reads the topic.
 */
final class MetricPoll {
  private static final Logger LOG = LoggerFactory.getLogger(MetricPoll.class);
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  private final Metric metric;
  private final MetricSamples samples;
  private volatile Optional<Instant> reached;
  private volatile Optional<Instant> newest;
  private volatile Instant heardAt = Instant.MIN;
  private volatile long empty;
  private final AtomicLong failed = new AtomicLong();

  /**
   * @param written the end of its newest sample in the topic; empty where it has none
   */
  MetricPoll(Metric metric, MetricSource source, Optional<Instant> written) {
    this.metric = metric;
    this.samples = new MetricSamples(metric, source);
    this.reached = written;
    this.newest = written;
  }

  /**
   * The samples of a stretch, oldest first.
   *
   * @throws dev.kickoff.model.demand.source.MetricSourceException when they cannot be told
   */
  List<DemandSample> read(Instant from, Instant until) {
    return samples.read(from, until);
  }

  String name() {
    return metric.name();
  }

  Duration every() {
    return metric.pace().every();
  }

  /** How far it has been asked, and all that it knew been written; empty before the first time. */
  Optional<Instant> reached() {
    return reached;
  }

  /** The end of the newest sample that it gave; empty before the first. */
  Optional<Instant> newest() {
    return newest;
  }

  /** From when on samples are missing. */
  Instant missingFrom(Instant now) {
    Instant earliest = complete(now).minus(metric.pace().backfill());
    return reached.map(at -> at.minus(OVERLAP)).filter(earliest::isBefore).orElse(earliest);
  }

  /** Up to when samples are complete, on a whole step. */
  Instant complete(Instant now) {
    long step = metric.pace().period().toSeconds();
    long end = now.minus(metric.pace().delay()).getEpochSecond();
    return Instant.ofEpochSecond(Math.floorDiv(end, step) * step);
  }

  /** The samples of a stretch; empty, and counted, when they cannot be told. */
  Optional<List<DemandSample>> tryRead(Instant from, Instant until) {
    try {
      return Optional.of(samples.read(from, until));
    } catch (RuntimeException e) { // whatever is wrong with one source must stop no other
      failed.incrementAndGet();
      LOG.warn("{}: {}", name(), e instanceof MetricSourceException ? e.getMessage() : e);
      return Optional.empty();
    }
  }

  /** When it last answered; long ago before the first time. */
  Instant heardAt() {
    return heardAt;
  }

  /** How many answers held nothing. */
  long empty() {
    return empty;
  }

  /** How often it could not be read. */
  long failed() {
    return failed.get();
  }

  /** Notes that it answered at {@code now}, and all samples up to {@code until} stand. */
  synchronized void wrote(List<DemandSample> samples, Instant until, Instant now) {
    heardAt = now;
    empty += samples.isEmpty() ? 1 : 0;
    samples.stream()
        .map(DemandSample::until)
        .max(Instant::compareTo)
        .filter(end -> newest.map(end::isAfter).orElse(true))
        .ifPresent(end -> newest = Optional.of(end));
    if (reached.map(until::isAfter).orElse(true)) {
      reached = Optional.of(until);
    }
  }
}
