package dev.kickoff.model.lab.sim.rule;

import dev.kickoff.model.lab.HostCurve;
import dev.kickoff.model.lab.LoadCurve;
import java.time.Duration;

/**
 * A pre-scaled plan: hosts are launched so that at each step as many serve as the highest load that
 * is forecast within the time ahead needs to stay at a target.
 *
 * <p>Hosts are {@code ceil(load * slope / (target - idle))}.
 *
 * @param forecast of the load, from the beginning of the run on
 * @param host the profile that it plans with
 * @param target processor share in percent, above the profile's idle share
 * @param ahead how far it looks beyond the boot, not negative
 */
public record PlannedRule(LoadCurve forecast, HostCurve host, double target, Duration ahead)
    implements ScalingRule {
  private static final double ROUNDING = 1e-9;

  public PlannedRule {
    if (!(target > host.idleCpu()) || target > 100 || ahead.isNegative()) {
      throw new IllegalArgumentException(
          "a target of %s %% over %s %% idle, %s ahead".formatted(target, host.idleCpu(), ahead));
    }
  }

  @Override
  public Decider start(Beat beat) {
    int further = beat.boot() + beat.steps(ahead);
    double each = host.rpmAt(target);
    double ratio = (double) beat.stepSeconds() / forecast.step().toSeconds();
    return view -> {
      int from = (int) Math.floor(view.step() * ratio);
      int to = (int) Math.ceil((view.step() + further) * ratio);
      double highest = forecast.highest(Math.min(from, forecast.size() - 1), to + 1);
      return (int) Math.ceil(highest / each - ROUNDING);
    };
  }
}
