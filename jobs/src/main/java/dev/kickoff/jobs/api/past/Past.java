package dev.kickoff.jobs.api.past;

import dev.kickoff.model.control.Decision;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is kept beyond the memory of the views; each answer is empty where nothing is. */
public interface Past {
  /** The forecast that was current at an instant: the last one issued by then. */
  Optional<DemandForecast> forecast(Service service, ForecastKind kind, Instant asOf);

  /** When the oldest forecast that is kept was issued. */
  Optional<Instant> oldestForecast(Service service, ForecastKind kind);

  /** One decision, whole. */
  Optional<Decision> decision(String group, long sequence);

  /** Settled demand of a service in [{@code from}, {@code until}), by the minute. */
  DemandSeries demand(Service service, Instant from, Instant until);

  /** Decisions in the order of a page, newest first. */
  List<PastDecision> decisions(DecisionFilter filter);

  /** A past in which nothing is kept. */
  Past NONE =
      new Past() {
        @Override
        public Optional<DemandForecast> forecast(Service s, ForecastKind kind, Instant asOf) {
          return Optional.empty();
        }

        @Override
        public Optional<Instant> oldestForecast(Service service, ForecastKind kind) {
          return Optional.empty();
        }

        @Override
        public Optional<Decision> decision(String group, long sequence) {
          return Optional.empty();
        }

        @Override
        public DemandSeries demand(Service service, Instant from, Instant until) {
          return DemandSeries.empty(from, Duration.ofMinutes(1));
        }

        @Override
        public List<PastDecision> decisions(DecisionFilter filter) {
          return List.of();
        }
      };
}
