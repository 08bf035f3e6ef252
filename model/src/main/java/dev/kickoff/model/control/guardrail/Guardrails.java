package dev.kickoff.model.control.guardrail;

import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.guardrail.bound.Freeze;
import dev.kickoff.model.control.guardrail.bound.GroupBounds;
import dev.kickoff.model.control.guardrail.bound.LargeMoves;
import dev.kickoff.model.control.guardrail.bound.OperatorOrders;
import dev.kickoff.model.control.guardrail.bound.PlausibleWant;
import dev.kickoff.model.control.guardrail.bound.SpendLimit;
import dev.kickoff.model.control.guardrail.bound.ZoneSpread;
import dev.kickoff.model.control.guardrail.event.ColdStart;
import dev.kickoff.model.control.guardrail.event.EventTail;
import dev.kickoff.model.control.guardrail.event.MonotoneThroughEvent;
import dev.kickoff.model.control.guardrail.evidence.ClockAgreement;
import dev.kickoff.model.control.guardrail.evidence.HealthySignals;
import dev.kickoff.model.control.guardrail.evidence.LateStream;
import dev.kickoff.model.control.guardrail.evidence.MissingDataNeverLowers;
import dev.kickoff.model.control.guardrail.evidence.ModelHealth;
import dev.kickoff.model.control.guardrail.evidence.PoisonedReadings;
import dev.kickoff.model.control.guardrail.evidence.ReactiveFloor;
import dev.kickoff.model.control.guardrail.evidence.UnitJump;
import dev.kickoff.model.control.guardrail.fleet.ForeignHand;
import dev.kickoff.model.control.guardrail.fleet.LaunchesFollow;
import dev.kickoff.model.control.guardrail.fleet.NewestPlan;
import dev.kickoff.model.control.guardrail.fleet.StaleSight;
import dev.kickoff.model.control.guardrail.fleet.StandbyFirst;
import dev.kickoff.model.control.guardrail.pace.ApiBudget;
import dev.kickoff.model.control.guardrail.pace.FlapGuard;
import dev.kickoff.model.control.guardrail.pace.LowerStepLimit;
import dev.kickoff.model.control.guardrail.pace.OverrideExpiry;
import dev.kickoff.model.control.guardrail.pace.RaiseRamp;
import java.util.List;

/**
 * The guardrails in force, in the order in which they are asked.
 *
 * <p>What lifts the want comes first; then what forbids lowering; then what doubts a raise; then
 * what people ordered, which the doubts must not undo; then the hard bounds; then the pace. The
 * pace only ever answers between the floor that stands and what it is asked about, so it breaks no
 * bound that the standing floor keeps. A freeze comes last and changes nothing.
 */
public final class Guardrails {
  private Guardrails() {}

  public static List<Guardrail> standard() {
    return List.of(
        new ReactiveFloor(),
        new ZoneSpread(),
        new ModelHealth(),
        new MissingDataNeverLowers(),
        new LateStream(),
        new HealthySignals(),
        new ClockAgreement(),
        new PoisonedReadings(),
        new NewestPlan(),
        new StandbyFirst(),
        new StaleSight(),
        new MonotoneThroughEvent(),
        new EventTail(),
        new ForeignHand(),
        new LaunchesFollow(),
        new ColdStart(),
        new UnitJump(),
        new PlausibleWant(),
        new SpendLimit(),
        new LargeMoves(),
        new OperatorOrders(),
        new GroupBounds(),
        new OverrideExpiry(),
        new LowerStepLimit(),
        new RaiseRamp(),
        new FlapGuard(),
        new ApiBudget(),
        new Freeze());
  }
}
