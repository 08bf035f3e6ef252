package dev.kickoff.jobs.offline.gate;

import dev.kickoff.jobs.Brain;
import dev.kickoff.jobs.offline.ForecastsAhead;
import dev.kickoff.model.capacity.PlanningPolicy;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.ForecastIssuer;
import dev.kickoff.model.simulation.Costs;
import dev.kickoff.model.simulation.PolicyScore;
import dev.kickoff.model.simulation.Replay;
import dev.kickoff.model.simulation.ReplayInput;
import dev.kickoff.model.simulation.ReplayReport;
import dev.kickoff.model.simulation.Scorecard;
import dev.kickoff.model.simulation.gate.Finding;
import dev.kickoff.model.simulation.gate.Gate;
import dev.kickoff.model.simulation.gate.PromisedDemand;
import dev.kickoff.model.simulation.gate.ShortfallBound;
import dev.kickoff.model.simulation.policy.Contenders;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * A replay of a service's own last weeks: Kickoff beside what is there now, which is the fleet's
 * reactive policy, or else its initial hosts.
 */
public final class GateRun {
  private static final String KICKOFF = "kickoff";

  private final ReplayInput all;
  private final Costs costs;
  private final PlanningPolicy planning;
  private final Duration longest;

  /**
   * @param all the demand there is and the group that carries it; its span is not heeded
   * @param planning how forecasts are turned into hosts
   * @param longest the most that is replayed, counted back from the end, in whole days
   */
  public GateRun(ReplayInput all, Costs costs, PlanningPolicy planning, Duration longest) {
    this.all = all;
    this.planning = planning;
    this.costs = costs;
    this.longest = longest;
  }

  /** When the first known minute begins. */
  private Instant first() {
    DemandSeries minutes = all.minutes();
    return minutes.timeAt(minutes.firstKnown());
  }

  /** When the last known minute ends. */
  private Instant last() {
    return all.minutes().lastKnown().orElse(Instant.EPOCH).plus(1, ChronoUnit.MINUTES);
  }

  /** The policy that is there now. */
  public String now() {
    return all.reactive().isPresent() ? "reactive" : "static";
  }

  /** What is replayed: whole days back from the end, after a day to learn from. */
  ReplayInput input() {
    Duration judged = Duration.between(first().plus(Gate.LEARNING), last());
    Duration wanted = judged.compareTo(longest) < 0 ? judged : longest;
    Instant until = last();
    return new ReplayInput(
        all.minutes(),
        all.calendar(),
        all.group(),
        all.reactive(),
        all.zones(),
        until.minus(Duration.ofDays(wanted.toDays())),
        until);
  }

  /** How many rows {@link #verdict} will count; 0 where there is too little demand. */
  public long rows() {
    return Gate.history(first(), last()).holds() ? 2L * input().rows() : 0;
  }

  /**
   * Replays and judges.
   *
   * @param issuers makes an issuer of forecasts for one thread
   * @param progress is told of each row
   */
  public GateVerdict verdict(Supplier<ForecastIssuer> issuers, LongConsumer progress) {
    Finding history = Gate.history(first(), last());
    if (!history.holds()) {
      return new GateVerdict(all.group().service().name(), List.of(history), Optional.empty());
    }
    ReplayInput input = input();
    ReplayReport report = new ReplayReport(input.group().profile(), costs, input.calendar());
    PromisedDemand promised;
    try (ForecastsAhead forecasts = new ForecastsAhead(input, issuers)) {
      promised = new PromisedDemand(forecasts, input);
      new Replay(input, promised, Brain.planner(planning))
          .play(
              Contenders.named(List.of(KICKOFF, now()), input, Brain.controller()),
              row -> {
                report.add(row);
                progress.accept(1);
              });
    }
    Scorecard card = new Scorecard(score(report, now()), score(report, KICKOFF));
    ShortfallBound bound = ShortfallBound.of(promised.days());
    List<Finding> findings =
        List.of(history, Gate.shortage(card, now()), Gate.shortfall(bound, promised.ahead()));
    GateVerdict.Replayed replayed =
        new GateVerdict.Replayed(input.from(), input.until(), now(), card, bound);
    return new GateVerdict(input.group().service().name(), findings, Optional.of(replayed));
  }

  private static PolicyScore score(ReplayReport report, String policy) {
    return Objects.requireNonNull(report.scores().get(policy)).overall();
  }
}
