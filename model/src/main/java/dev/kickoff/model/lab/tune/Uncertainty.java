package dev.kickoff.model.lab.tune;

import dev.kickoff.model.lab.sim.Draw;
import dev.kickoff.model.lab.sim.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How much of what nobody controls is not known.
 *
 * <p>Every phase is combined with every boot; in each of these cases so many draws are made of the
 * rest, the same for each case and each candidate, so that candidates differ by themselves only.
 *
 * @param phases of the alarm's periods, at least one
 * @param boots at least one
 * @param draws for each of these cases; 0: only the case itself
 * @param errors of the draws
 * @param seed of the draws
 */
public record Uncertainty(
    List<Duration> phases, List<Duration> boots, int draws, Errors errors, long seed) {
  private static final int MOST = 10_000;

  /**
   * How far the rest may be off.
   *
   * @param cpu standard deviation of the logarithm of a request's cost, not negative
   * @param load standard deviation of the logarithm of the load, not negative
   * @param bootSpread the 95th percentile of boots over their median, 1 or more
   * @param refused chance that launches are refused for a while, 0 to 1
   * @param refusedFor how long then, above zero
   */
  public record Errors(
      double cpu, double load, double bootSpread, double refused, Duration refusedFor) {
    public static final Errors STANDARD = new Errors(0.05, 0.10, 1.3, 0.1, Duration.ofMinutes(5));

    public Errors {
      boolean valid =
          cpu >= 0
              && load >= 0
              && bootSpread >= 1
              && refused >= 0
              && refused <= 1
              && Double.isFinite(cpu + load + bootSpread)
              && refusedFor.toSeconds() >= 1;
      if (!valid) {
        throw new IllegalArgumentException("errors of a draw: " + cpu + ", " + load);
      }
    }
  }

  public Uncertainty {
    phases = List.copyOf(phases);
    boots = List.copyOf(boots);
    if (phases.isEmpty() || boots.isEmpty() || draws < 0 || draws > MOST) {
      throw new IllegalArgumentException(
          "%d phases, %d boots and %d draws (at most %d)"
              .formatted(phases.size(), boots.size(), draws, MOST));
    }
  }

  /** All draws of a run of this span; what is expected stays where nothing else is drawn. */
  public List<Draw> draws(Draw expected, Duration span) {
    List<Draw> all = new ArrayList<>();
    for (Duration phase : phases) {
      for (Duration boot : boots) {
        Draw timed = expected.at(phase, boot);
        if (draws == 0) {
          all.add(timed);
        }
        for (int i = 0; i < draws; i++) {
          all.add(drawn(timed, span, i));
        }
      }
    }
    return all;
  }

  private Draw drawn(Draw timed, Duration span, int number) {
    SplittableRandom random = new SplittableRandom(seed * MOST + number);
    double cpuFactor = Math.exp(errors.cpu() * random.nextGaussian());
    double loadFactor = Math.exp(errors.load() * random.nextGaussian());
    boolean isRefused = random.nextDouble() < errors.refused();
    Duration from = Duration.ofSeconds((long) (random.nextDouble() * span.toSeconds()));
    List<Stretch> refused = new ArrayList<>(timed.refused());
    if (isRefused) {
      refused.add(new Stretch(from, from.plus(errors.refusedFor())));
    }
    return new Draw(
        timed.phase(),
        timed.boot(),
        errors.bootSpread(),
        timed.cpuFactor() * cpuFactor,
        timed.loadFactor() * loadFactor,
        refused,
        timed.dark(),
        random.nextLong());
  }
}
