package dev.kickoff.model.forecast.conformal;

import dev.kickoff.model.forecast.rehearsal.Example;
import dev.kickoff.model.forecast.smile.NormalEquations;
import dev.kickoff.model.forecast.smile.Penalties;
import dev.kickoff.model.forecast.track.LocalClock;
import java.util.List;

/**
 * How large errors usually are, by level, time of day and event: the scale by which conformal
 * scores are divided, so that quiet nights do not widen busy days.
 *
 * <p>{@code log(|error| + floor)} is regressed on the level, two harmonics of the local day and the
 * event window; the result is held within a factor of three of the typical error. See Lei et al.,
 * "Distribution-free predictive inference for regression" (2018), section 5.2.
 */
public final class Spread {
  private static final int INPUTS = 8;
  private static final double MOST = 3;

  private final LocalClock clock;
  private final double centre;
  private final double typical;
  private final double[] weights;

  private Spread(LocalClock clock, double centre, double typical, double[] weights) {
    this.clock = clock;
    this.centre = centre;
    this.typical = typical;
    this.weights = weights;
  }

  /** The same spread everywhere. */
  public static Spread even(LocalClock clock, double typical) {
    return new Spread(clock, 0, typical, new double[INPUTS]);
  }

  /**
   * Learns from examples and the errors that were made on them.
   *
   * @param errors one for each example; at least one
   */
  public static Spread learn(List<Example> examples, double[] errors, LocalClock clock) {
    double centre = 0;
    double absolute = 0;
    for (int i = 0; i < errors.length; i++) {
      centre += examples.get(i).level() / errors.length;
      absolute += Math.abs(errors[i]) / errors.length;
    }
    double floor = 0.1 * absolute + 1e-6;
    Spread even = new Spread(clock, centre, absolute + 1e-6, new double[INPUTS]);
    NormalEquations equations = new NormalEquations(INPUTS);
    double meanLog = 0;
    for (double error : errors) {
      meanLog += Math.log(Math.abs(error) + floor) / errors.length;
    }
    for (int i = 0; i < errors.length; i++) {
      Example e = examples.get(i);
      double target = Math.log(Math.abs(errors[i]) + floor) - meanLog;
      equations.add(even.inputs(e.level(), e.atMillis(), e.inEvent()), target, 1);
    }
    Penalties penalties = new Penalties(INPUTS);
    for (int i = 0; i < INPUTS; i++) {
      penalties.size(i, 10 + 0.01 * errors.length);
    }
    return new Spread(clock, centre, absolute + 1e-6, equations.solve(penalties));
  }

  /** The usual size of an error, above zero, in log units. */
  public double at(double curve, long atMillis, boolean event) {
    double log = 0;
    double[] inputs = inputs(curve, atMillis, event);
    for (int i = 0; i < INPUTS; i++) {
      log += weights[i] * inputs[i];
    }
    return typical * Math.max(1 / MOST, Math.min(MOST, Math.exp(log)));
  }

  private double[] inputs(double curve, long atMillis, boolean event) {
    double angle = 2 * Math.PI * clock.dayMillis(atMillis) / LocalClock.DAY_MILLIS;
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double level = Math.max(-3, Math.min(3, curve - centre));
    return new double[] {
      1,
      level,
      cos,
      sin,
      cos * cos - sin * sin,
      2 * sin * cos,
      event ? 1 : 0,
      clock.dayOfWeek(atMillis).getValue() >= 6 ? 1 : 0
    };
  }
}
