package dev.kickoff.jobs.lab.shape;

import dev.kickoff.model.lab.LoadCurve;

/**
 * What there is to say of a load in numbers.
 *
 * @param peakRpm its highest value, first reached at {@code peakAtSecond}
 * @param meanRpm over time
 * @param requests all of them together
 * @param climbRpm the most that it climbs within a minute, or within a step where that is longer;
 *     zero where it never climbs
 * @param climbAtSecond where that climb begins
 */
public record ShapeFigures(
    double peakRpm,
    long peakAtSecond,
    double meanRpm,
    double requests,
    double climbRpm,
    long climbAtSecond) {
  private static final double MINUTE = 60;

  /** The figures of a load; between two values it is a straight line. */
  public static ShapeFigures of(LoadCurve load) {
    long step = load.step().toSeconds();
    int minute = (int) Math.max(1, Math.round(MINUTE / step));
    int peak = 0;
    int climb = 0;
    double most = 0;
    double requests = 0;
    for (int i = 0; i < load.size(); i++) {
      peak = load.at(i) > load.at(peak) ? i : peak;
      requests += i == 0 ? 0 : (load.at(i - 1) + load.at(i)) / 2 * step / MINUTE;
      double climbed = i < minute ? 0 : load.at(i) - load.at(i - minute);
      if (climbed > most * (1 + 1e-9)) {
        most = climbed;
        climb = i - minute;
      }
    }
    double minutes = load.span().toSeconds() / MINUTE;
    double mean = minutes == 0 ? load.at(0) : requests / minutes;
    return new ShapeFigures(load.at(peak), peak * step, mean, requests, most, climb * step);
  }
}
