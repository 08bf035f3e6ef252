package dev.kickoff.jobs.forecast.edge;

/**
 * A forecast on its way to its topics, encoded once for both.
 *
 * @param kind name of its {@link dev.kickoff.model.forecast.ForecastKind}
 * @param json as its schema says
 */
public record IssuedForecast(String service, String kind, byte[] json) {}
