package dev.kickoff.jobs.api.read;

import dev.kickoff.jobs.api.read.Documents.DecisionSummary;
import dev.kickoff.jobs.api.read.Explanation.Belief;
import dev.kickoff.jobs.api.read.Explanation.Otherwise;
import dev.kickoff.jobs.api.read.Explanation.Outcome;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.model.capacity.PlanBasis;
import dev.kickoff.model.control.ActuationIntent;
import dev.kickoff.model.control.ActuationIntent.Result;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastBasis;
import dev.kickoff.model.forecast.ForecastKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws together why a decision is as it is. */
final class Explainer {
  private final EngineViews views;

  Explainer(EngineViews views) {
    this.views = views;
  }

  Explanation explain(Decision decision) {
    String group = decision.key().group();
    long sequence = decision.key().sequence();
    GroupSettings settings = views.group(group).orElseThrow();
    return new Explanation(
        DecisionSummary.of(decision),
        SeenInputs.of(decision),
        views.ledger().positions(group, sequence),
        forecast(decision, settings.service()).map(f -> belief(f, decision)),
        views.ledger().intent(group, sequence).map(Explainer::outcome),
        otherwise(decision, settings),
        "/v1/decisions/" + URLEncoder.encode(group, StandardCharsets.UTF_8) + "/" + sequence,
        decision);
  }

  /** The near forecast that the plan was made of; the far one where there was no near one. */
  private Optional<DemandForecast> forecast(Decision decision, Service service) {
    Optional<PlanBasis> basis = decision.inputs().plan();
    return basis
        .flatMap(PlanBasis::nearIssuedAt)
        .flatMap(at -> issued(service, ForecastKind.NEAR, at))
        .or(
            () ->
                basis
                    .flatMap(PlanBasis::farIssuedAt)
                    .flatMap(at -> issued(service, ForecastKind.FAR, at)));
  }

  private Optional<DemandForecast> issued(Service service, ForecastKind kind, Instant at) {
    return views
        .forecast(service, kind)
        .filter(current -> current.issuedAt().equals(at))
        .or(
            () ->
                views
                    .ledger()
                    .past()
                    .forecast(service, kind, at)
                    .filter(f -> f.issuedAt().equals(at)));
  }

  private static Belief belief(DemandForecast forecast, Decision decision) {
    Optional<ForecastBasis> basis = forecast.method().basis();
    return new Belief(
        forecast.issuedAt(),
        forecast.method().method(),
        forecast.method().reason(),
        decision.inputs().surroundings().flatMap(s -> s.trust()).map(trust -> trust.words()),
        forecast.method().passedOver(),
        basis.map(ForecastBasis::choices).orElse(List.of()),
        basis.map(ForecastBasis::events).orElse(List.of()));
  }

  private static Outcome outcome(ActuationIntent intent) {
    return intent
        .outcome()
        .map(
            end ->
                new Outcome(
                    end.result().name().toLowerCase(Locale.ROOT),
                    Optional.of(end.detail()).filter(id -> end.result() == Result.DONE),
                    Optional.of(end.detail()).filter(id -> end.result() != Result.DONE),
                    end.observedMin()))
        .orElseGet(
            () -> new Outcome("intended", Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static List<Otherwise> otherwise(Decision decision, GroupSettings settings) {
    List<Otherwise> told = new ArrayList<>();
    decision.inputs().demandRpm().ifPresent(rpm -> told.add(withoutKickoff(rpm, settings)));
    decision.trail().stream()
        .filter(Verdict::intervened)
        .reduce((first, second) -> second)
        .ifPresent(last -> told.add(withoutTheLast(last)));
    return told;
  }

  private static Otherwise withoutKickoff(double rpm, GroupSettings settings) {
    int hosts = settings.profile().hostsFor(rpm);
    return new Otherwise(
        "kickoff",
        hosts,
        "without Kickoff the group follows measured demand: %,.0f requests/min need %d hosts, and"
                .formatted(rpm, hosts)
            + " a host that is asked for then serves %d s later at the median"
                .formatted(settings.leadTime().p50().toSeconds()));
  }

  /** Nothing after the last intervention changed anything, so the rest was not tried on it. */
  private static Otherwise withoutTheLast(Verdict last) {
    return new Otherwise(
        last.guardrail(),
        last.proposed(),
        "without %s the guardrails after it would have been asked about %d hosts in place of %d"
            .formatted(last.guardrail(), last.proposed(), last.allowed()));
  }
}
