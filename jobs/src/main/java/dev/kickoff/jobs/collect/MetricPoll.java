package dev.kickoff.jobs.collect;

import dev.kickoff.jobs.config.CollectSettings.Meaning;
import dev.kickoff.jobs.config.CollectSettings.Metric;
import dev.kickoff.model.demand.DemandSample;
import dev.kickoff.model.demand.signal.Signal;
import dev.kickoff.model.demand.source.MetricPoint;
import dev.kickoff.model.demand.source.MetricSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final MetricSource source;
  private volatile Optional<Instant> reached;
  private volatile Optional<Instant> newest;
  private volatile Instant heardAt = Instant.MIN;
  private volatile long empty;
  private volatile long failed;

  /**
   * @param written the end of its newest sample in the topic; empty where it has none
   */
  MetricPoll(Metric metric, MetricSource source, Optional<Instant> written) {
    this.metric = metric;
    this.source = source;
    this.reached = written;
    this.newest = written;
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

  /**
   * The samples of a stretch, oldest first.
   *
   * @throws dev.kickoff.model.demand.source.MetricSourceException when they cannot be told
   */
  List<DemandSample> read(Instant from, Instant until) {
    List<DemandSample> samples = new ArrayList<>();
    int refused = 0;
    for (MetricPoint point : source.read(from, until)) {
      double value = point.value() * metric.meaning().scale();
      if (!allows(value)) {
        refused++;
      } else if (!point.until().isAfter(until)) {
        samples.add(sample(point, value));
      }
    }
    if (refused > 0) {
      LOG.warn(
          "{}: {} values of {} to {} are out of range and left out; check its scale",
          name(),
          refused,
          from,
          until);
    }
    return samples;
  }

  private boolean allows(double value) {
    return value >= 0
        && Signal.named(metric.meaning().sampleName()).map(s -> s.allows(value)).orElse(true);
  }

  private DemandSample sample(MetricPoint point, double value) {
    Meaning meaning = metric.meaning();
    return new DemandSample(
        meaning.service(),
        metric.name(),
        meaning.sampleName(),
        point.at(),
        point.period(),
        value,
        meaning.unit(),
        point.tags());
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
    return failed;
  }

  /** Notes that it could not be read. */
  synchronized void fails() {
    failed++;
  }

  /** Notes that it answered at {@code now}, and all samples up to {@code until} stand. */
  synchronized void wrote(List<DemandSample> samples, Instant until, Instant now) {
    heardAt = now;
    empty += samples.isEmpty() ? 1 : 0;
    wrote(samples, until);
  }

  /** Notes that all samples up to {@code until} have been written. */
  private void wrote(List<DemandSample> samples, Instant until) {
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
