package dev.kickoff.jobs.api;

import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.ForecastKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One condition of readiness.
 *
 * @param name short and stable, such as {@code kafka}
 * @param problem why it does not hold; empty while it holds. It is asked on every request and must
 *     answer at once; when it throws, that is the problem.
 */
public record ReadinessCheck(String name, Supplier<Optional<String>> problem) {

  /** Holds while every group was looked at within {@code limit} of engine time. */
  public static ReadinessCheck fleetDescribed(EngineViews views, EngineTime time, Duration limit) {
    return new ReadinessCheck(
        "fleet",
        () -> {
          Instant oldest = time.now().minus(limit);
          return views.groups().stream()
              .map(GroupSettings::group)
              .filter(
                  group ->
                      views.fleet(group).map(f -> f.observedAt().isBefore(oldest)).orElse(true))
              .findFirst()
              .map(group -> "group " + group + " was not described in the last " + limit);
        });
  }

  /** Holds when every configured service has a near forecast issued at or after {@code start}. */
  public static ReadinessCheck firstForecast(EngineViews views, Instant start) {
    return new ReadinessCheck(
        "first forecast of this start",
        () ->
            views.groups().stream()
                .map(GroupSettings::service)
                .filter(service -> !forecastSince(views, service, start))
                .findFirst()
                .map(service -> "service " + service + " has no near forecast since " + start));
  }

  private static boolean forecastSince(EngineViews views, Service service, Instant start) {
    return views
        .forecast(service, ForecastKind.NEAR)
        .map(forecast -> !forecast.issuedAt().isBefore(start))
        .orElse(false);
  }

  /** The problem, also when asking for it failed; empty when the condition holds. */
  Optional<String> ask() {
    try {
      return problem.get();
    } catch (RuntimeException e) {
      return Optional.of("the check itself failed: " + e);
    }
  }
}
