package dev.kickoff.model.capacity;

import dev.kickoff.model.capacity.quantile.QuantileChoice;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.Quantiles;
import dev.kickoff.model.forecast.event.EventWindows;
import dev.kickoff.model.forecast.event.Phase;
import dev.kickoff.model.forecast.track.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What each step of a forecast needs, in hosts, and the demand that needs it. */
final class StepNeeds {
  /**
   * Around events, beside a reactive policy, what the next ten minutes need is asked for at once.
   */
  private static final Duration AHEAD = Duration.ofMinutes(10);

  private final PlanningPolicy policy;
  private final PlanRequest request;

  StepNeeds(PlanningPolicy policy, PlanRequest request) {
    this.policy = policy;
    this.request = request;
  }

  /**
   * Hosts needed for a while.
   *
   * @param until exclusive
   * @param chosen the level and demand that decide
   */
  record Need(Instant from, Instant until, int hosts, QuantileChoice.Chosen chosen) {
    boolean isMoreThan(Need other) {
      return hosts > other.hosts;
    }
  }

  /** The needs of a forecast's steps, in order. */
  List<Need> of(DemandForecast forecast) {
    List<ForecastStep> steps = forecast.steps();
    if (steps.isEmpty()) {
      return List.of();
    }
    Phase[] phases = EventWindows.phases(span(forecast), request.calendar());
    List<QuantileChoice.Chosen> each = new ArrayList<>(steps.size());
    for (int i = 0; i < phases.length; i++) {
      each.add(chosen(steps.get(i), phases[i]));
    }
    int ahead = (int) (AHEAD.toMillis() / forecast.resolution().toMillis());
    List<Need> needs = new ArrayList<>(steps.size());
    for (int i = 0; i < phases.length; i++) {
      ForecastStep step = steps.get(i);
      boolean early = isEvent(phases[i]) && request.company() == PlanRequest.Company.REACTIVE;
      QuantileChoice.Chosen chosen = highest(each, i, early ? i + ahead : i);
      int hosts = rounded(request.profile().hostsFor(chosen.demand()));
      needs.add(new Need(step.from(), step.until(), hosts, chosen));
    }
    return needs;
  }

  private static boolean isEvent(Phase phase) {
    return phase == Phase.RAMP || phase == Phase.EVENT;
  }

  private static QuantileChoice.Chosen highest(
      List<QuantileChoice.Chosen> each, int first, int last) {
    QuantileChoice.Chosen highest = each.get(first);
    for (int i = first + 1; i <= Math.min(last, each.size() - 1); i++) {
      highest = each.get(i).demand() > highest.demand() ? each.get(i) : highest;
    }
    return highest;
  }

  private static Span span(DemandForecast forecast) {
    return new Span(
        forecast.issuedAt().toEpochMilli(),
        forecast.resolution().toMillis(),
        forecast.steps().size());
  }

  private QuantileChoice.Chosen chosen(ForecastStep step, Phase phase) {
    QuantileChoice.Chosen chosen = atCost(step.peak());
    if (request.company() == PlanRequest.Company.ALONE) {
      return chosen;
    }
    double share = isEvent(phase) ? policy.allowance().event() : policy.allowance().quiet();
    double most = step.peak().p50() * (1 + share);
    return chosen.demand() <= most ? chosen : new QuantileChoice.Chosen(chosen.level(), most);
  }

  /** What is short costs what these hosts would have carried: their part of the demand. */
  private QuantileChoice.Chosen atCost(Quantiles peak) {
    HostProfile profile = request.profile();
    double share = profile.shareOfDemand();
    double[] all = peak.values();
    Quantiles part =
        share == 1
            ? peak
            : new Quantiles(all[0] * share, all[1] * share, all[2] * share, all[3] * share);
    QuantileChoice.Chosen chosen =
        policy.quantile().of(part, profile.requestsPerMinute(), request.leadTime().p95());
    return new QuantileChoice.Chosen(chosen.level(), chosen.demand() / share);
  }

  /** Up to a whole multiple of the grain, so that a forecast that wavers does not move the plan. */
  private int rounded(int hosts) {
    int grain = Math.max(1, (int) Math.floor(policy.grain() * hosts));
    return -Math.floorDiv(-hosts, grain) * grain;
  }
}
