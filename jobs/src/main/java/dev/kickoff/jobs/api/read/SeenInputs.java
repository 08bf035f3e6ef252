package dev.kickoff.jobs.api.read;

import dev.kickoff.jobs.api.read.Explanation.Input;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.DecisionInputs;
import dev.kickoff.model.control.surroundings.ServiceHealth;
import dev.kickoff.model.control.surroundings.Surroundings;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.override.OperatorOverride;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a decision saw, told with ages and units. */
final class SeenInputs {
  private final Decision decision;
  private final Instant now;
  private final List<Input> told = new ArrayList<>();

  private SeenInputs(Decision decision) {
    this.decision = decision;
    this.now = decision.key().at();
  }

  /** Each thing that was seen. */
  static List<Input> of(Decision decision) {
    SeenInputs seen = new SeenInputs(decision);
    seen.tell(decision.inputs());
    decision.inputs().surroundings().ifPresent(seen::tell);
    return seen.told;
  }

  private void tell(DecisionInputs inputs) {
    inputs
        .demandRpm()
        .ifPresent(
            rpm -> at("demand", inputs.demandThrough(), "%,.0f requests/min".formatted(rpm)));
    inputs.fleet().ifPresent(f -> at("fleet", Optional.of(f.observedAt()), fleet(f)));
    inputs
        .plan()
        .ifPresent(
            basis -> {
              basis.nearIssuedAt().ifPresent(at -> at("near forecast", Optional.of(at), "issued"));
              basis.farIssuedAt().ifPresent(at -> at("far forecast", Optional.of(at), "issued"));
              basis
                  .demandThrough()
                  .ifPresent(at -> at("history of the forecasts", Optional.of(at), "ends"));
            });
    inputs.planDigest().ifPresent(digest -> plain("plan", digest));
    plain("calendar", "revision " + inputs.calendarRevision());
  }

  private void tell(Surroundings seen) {
    seen.health().ifPresent(h -> at("service health", Optional.of(h.until()), health(h)));
    seen.trust().ifPresent(trust -> plain("trust in forecasts", trust.words()));
    seen.leadTime().ifPresent(lead -> plain("lead time, measured", lead(lead)));
    seen.quota().ifPresent(hosts -> plain("quota, read", hosts + " hosts"));
    seen.standby()
        .ifPresent(
            s -> plain("the fleet's own schedule", s.lack().orElse("holds what the plan needs")));
    seen.overrides().inForce(decision.key().group(), now).forEach(this::order);
  }

  private void order(OperatorOverride order) {
    String hosts = order.hosts() > 0 ? " of " + order.hosts() + " hosts" : "";
    String kind = order.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    plain(
        "order " + order.id(),
        kind + hosts + " by " + order.author() + " until " + order.until() + ": " + order.reason());
  }

  private static String fleet(FleetState f) {
    return "floor %d, desired %d, in service %d, pending %d, maximum %d hosts"
        .formatted(f.size().min(), f.size().desired(), f.inService(), f.pending(), f.size().max());
  }

  private static String health(ServiceHealth h) {
    List<String> parts = new ArrayList<>();
    h.errorShare().ifPresent(v -> parts.add("errors %.2f %%".formatted(100 * v)));
    h.latencyRatio().ifPresent(v -> parts.add("latency %.2f times the usual".formatted(v)));
    h.cpu().ifPresent(v -> parts.add("CPU %.0f %%".formatted(100 * v)));
    return String.join(", ", parts);
  }

  private static String lead(LeadTime lead) {
    return "median %d s, 95 %% within %d s"
        .formatted(lead.p50().toSeconds(), lead.p95().toSeconds());
  }

  private void at(String name, Optional<Instant> at, String value) {
    told.add(
        new Input(
            name,
            at,
            at.map(t -> Math.max(0, Duration.between(t, now).toMillis() / 1000.0)),
            value));
  }

  private void plain(String name, String value) {
    told.add(new Input(name, Optional.empty(), Optional.empty(), value));
  }
}
