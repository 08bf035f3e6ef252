package dev.kickoff.jobs.api.read;

import dev.kickoff.jobs.api.past.PastDecision;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.FloorChange;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.MethodNote;
import dev.kickoff.model.forecast.health.BucketHealth;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JSON shapes of the API that are not model records. Absent fields are unknown. */
public final class Documents {
  private Documents() {}

  /** A list whose further pages start at {@code next}; absent on the last. */
  public record Page<T>(List<T> items, Optional<String> next) {}

  /** Which forecast is current. */
  public record ForecastHead(
      Service service, ForecastKind kind, Instant issuedAt, Instant until, MethodNote method) {
    public static ForecastHead of(DemandForecast f) {
      return new ForecastHead(f.service(), f.kind(), f.issuedAt(), f.until(), f.method());
    }
  }

  /** How well forecasts of one bucket held, with one sentence that says so. */
  public record HealthSummary(BucketHealth health, BucketHealth.Verdict verdict, String sentence) {
    public static HealthSummary of(BucketHealth health) {
      return new HealthSummary(health, health.verdict(), health.inWords());
    }
  }

  /** A service with what carries it, and how well its forecasts held lately. */
  public record ServiceSummary(
      Service service,
      List<GroupSummary> groups,
      Optional<MinuteDemand> newestMinute,
      List<ForecastHead> forecasts,
      List<HealthSummary> health) {
    public static ServiceSummary of(Service service, EngineViews views) {
      return new ServiceSummary(
          service,
          views.groupsOf(service).stream().map(g -> GroupSummary.of(g, views)).toList(),
          views.newestMinute(service),
          List.of(ForecastKind.values()).stream()
              .flatMap(kind -> views.forecast(service, kind).stream())
              .map(ForecastHead::of)
              .toList(),
          views.health(service).stream().map(HealthSummary::of).toList());
    }
  }

  /**
   * A group: what is configured and what was last seen.
   *
   * @param demandPerHost demand of the whole service for each host: more than a host carries where
   *     other groups carry a part of it
   */
  public record GroupSummary(
      String group,
      ControlMode mode,
      double rpmPerHost,
      double demandPerHost,
      double leadTimeSeconds,
      Map<String, Integer> bounds,
      Optional<String> planDigest,
      Optional<FleetState> fleet) {
    public static GroupSummary of(GroupSettings settings, EngineViews views) {
      return new GroupSummary(
          settings.group(),
          settings.mode(),
          settings.profile().requestsPerMinute(),
          settings.profile().demandPerHost(),
          settings.leadTime().p95().toMillis() / 1000.0,
          Map.of("min", settings.bounds().min(), "max", settings.bounds().max()),
          views.plan(settings.group()).map(CapacityPlan::digest),
          views.fleet(settings.group()));
    }
  }

  /**
   * A decision in a list.
   *
   * @param guardrail the last guardrail that changed what was wanted; absent when none did
   */
  public record DecisionSummary(
      String group,
      long sequence,
      Instant at,
      ControlMode mode,
      FloorChange.Action action,
      FloorChange change,
      Optional<String> guardrail,
      String reason) {
    public static DecisionSummary of(Decision d) {
      return of(PastDecision.of(d));
    }

    public static DecisionSummary of(PastDecision d) {
      return new DecisionSummary(
          d.key().group(),
          d.key().sequence(),
          d.key().at(),
          d.mode(),
          d.change().action(),
          d.change(),
          d.guardrail(),
          d.reason());
    }
  }

  /** An event as it stands. */
  public record EventSummary(
      String uid,
      String title,
      String category,
      Instant start,
      Instant end,
      boolean cancelled,
      Map<String, String> attributes,
      long revision) {
    public static EventSummary of(Event e) {
      return new EventSummary(
          e.uid(),
          e.title(),
          e.category(),
          e.start(),
          e.end(),
          e.isCancelled(),
          e.attributes(),
          e.version().revision());
    }
  }
}
