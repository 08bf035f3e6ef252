package dev.kickoff.jobs.collect;

import dev.kickoff.jobs.config.collect.CollectSettings.Meaning;
import dev.kickoff.jobs.config.collect.CollectSettings.Metric;
import dev.kickoff.model.demand.DemandSample;
import dev.kickoff.model.demand.signal.Signal;
import dev.kickoff.model.demand.source.MetricPoint;
import dev.kickoff.model.demand.source.MetricSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The values of a metric as samples; what is out of its range is left out with a warning. */
public final class MetricSamples {
  private static final Logger LOG = LoggerFactory.getLogger(MetricSamples.class);

  private final Metric metric;
  private final MetricSource source;

  public MetricSamples(Metric metric, MetricSource source) {
    this.metric = metric;
    this.source = source;
  }

  /**
   * The samples that lie in a stretch wholly, oldest first.
   *
   * @throws dev.kickoff.model.demand.source.MetricSourceException when they cannot be told
   */
  public List<DemandSample> read(Instant from, Instant until) {
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
          metric.name(),
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
}
