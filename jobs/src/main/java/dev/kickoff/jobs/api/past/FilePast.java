package dev.kickoff.jobs.api.past;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.sqlite.DecisionSearch;
import dev.kickoff.connectors.sqlite.HistoryReader;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The past as the local file has it.
 *
 * @param file closed by whoever opened it
 */
record FilePast(HistoryReader file) implements Past {
  @Override
  public Optional<DemandForecast> forecast(Service service, ForecastKind kind, Instant asOf) {
    return file.forecast(service.name(), kind.name(), asOf)
        .map(json -> Json.decode(json, DemandForecast.class));
  }

  @Override
  public Optional<Instant> oldestForecast(Service service, ForecastKind kind) {
    return file.oldestForecast(service.name(), kind.name());
  }

  @Override
  public Optional<Decision> decision(String group, long sequence) {
    return file.decision(group, sequence).map(json -> Json.decode(json, Decision.class));
  }

  @Override
  public DemandSeries demand(Service service, Instant from, Instant until) {
    return file.minutes(service.name(), from, until);
  }

  @Override
  public List<PastDecision> decisions(DecisionFilter filter) {
    DecisionSearch search =
        new DecisionSearch(
            filter.group(),
            filter.actions().stream().map(Enum::name).collect(Collectors.toSet()),
            filter.from(),
            filter.to(),
            filter.after().map(place -> new DecisionSearch.Place(place.at(), place.group())),
            filter.limit());
    return file.decisions(search).stream()
        .map(d -> new PastDecision(d.key(), d.mode(), d.change(), d.guardrail(), d.reason()))
        .toList();
  }
}
