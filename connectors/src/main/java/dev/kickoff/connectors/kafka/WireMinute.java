package dev.kickoff.connectors.kafka;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.demand.Service;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A minute of demand as it stands in its topic.
 *
 * @param value requests per minute
 * @param signals what else was measured in the minute, by name; absent in records of earlier
 *     releases
 */
record WireMinute(
    Service service,
    Instant minute,
    double value,
    double completeness,
    int revision,
    @JsonProperty("final") boolean isFinal,
    Optional<Map<String, Double>> signals,
    Instant emittedAt) {

  static WireMinute of(MinuteDemand minute) {
    return new WireMinute(
        minute.service(),
        minute.minute(),
        minute.requestsPerMinute(),
        minute.completeness(),
        minute.revision(),
        minute.isFinal(),
        Optional.of(minute.signals()),
        minute.emittedAt());
  }

  MinuteDemand toModel() {
    return new MinuteDemand(
        service,
        minute,
        value,
        completeness,
        revision,
        isFinal,
        emittedAt,
        signals.orElse(Map.of()));
  }
}
