package dev.kickoff.connectors.kafka;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.kickoff.model.demand.DemandSample;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.demand.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A demand sample as it stands in its topic.
 *
 * @param period how long the reading covers, also as {@code periodSeconds}, a number, for producers
 *     without ISO durations; empty is one minute
 */
record WireSample(
    Service service,
    String source,
    String name,
    Instant at,
    double value,
    DemandUnit unit,
    Optional<Map<String, String>> tags,
    @JsonAlias("periodSeconds") Optional<Duration> period) {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  static WireSample of(DemandSample sample) {
    Optional<Duration> period = Optional.of(sample.period()).filter(p -> !p.equals(MINUTE));
    return new WireSample(
        sample.service(),
        sample.source(),
        sample.name(),
        sample.at(),
        sample.value(),
        sample.unit(),
        Optional.of(sample.tags()),
        period);
  }

  DemandSample toModel() {
    Duration covered = period.orElse(MINUTE);
    return new DemandSample(service, source, name, at, covered, value, unit, tags.orElse(Map.of()));
  }
}
