package dev.kickoff.model.forecast.longrange;

import dev.kickoff.model.forecast.Quantiles;
import java.util.ArrayList;
import java.util.List;

/**
 * The offsets of days' highest demand for each week ahead, and of events'.
 *
 * <p>Uncertainty never shrinks with the lead: a week's distances are at least those of the week
 * before. A week that history was too short to rehearse has those of the last that was, wider by
 * the share {@code 1.5 * sqrt(week / last) - 1}; the share of events is half where few were seen.
 * Nothing is expected above twenty times the highest demand known.
 */
final class LeadCalibration {
  private static final double UNREHEARSED = 1.5;
  private static final double FEW_EVENTS = 1.5;
  private static final double HEADROOM = 20;
  private static final int LEAST_EVENTS = 5;

  private final List<PeakErrors> byWeek;
  private final PeakErrors ofEvents;
  private final double ceiling;
  private final List<Double> medians = new ArrayList<>();
  private final List<double[]> distances = new ArrayList<>();

  /**
   * @param byWeek the errors of each week ahead, of which the first has some
   * @param highest the highest demand known
   */
  LeadCalibration(List<PeakErrors> byWeek, PeakErrors ofEvents, double highest) {
    this.byWeek = byWeek;
    this.ofEvents = ofEvents;
    this.ceiling = HEADROOM * highest;
    double[] widest = new double[Quantiles.levels().length];
    double median = 0;
    int last = 1;
    for (int week = 1; week <= byWeek.size(); week++) {
      PeakErrors errors = byWeek.get(week - 1);
      if (errors.count() > 0) {
        widest = wider(widest, errors.distances(), 1);
        median = errors.median();
        last = week;
        distances.add(widest);
      } else {
        double times = UNREHEARSED * Math.sqrt(week / (double) last);
        distances.add(wider(new double[widest.length], widest, times));
      }
      medians.add(median);
    }
  }

  private static double[] wider(double[] least, double[] distances, double times) {
    double[] wider = new double[least.length];
    for (int i = 0; i < wider.length; i++) {
      double more = PeakErrors.wider(distances[i], (times - 1) * distances[i]);
      wider[i] = Math.max(least[i], more);
    }
    return wider;
  }

  /** A day's highest demand, where {@code said} was forecast. */
  Quantiles ofDay(double said, int week) {
    return quantiles(said, medians.get(week - 1), distances.get(week - 1));
  }

  /** An event's highest demand, where {@code said} was forecast. */
  Quantiles ofEvent(double said, int week) {
    double[] ofDays = distances.get(week - 1);
    if (ofEvents.groups() < LEAST_EVENTS) {
      double[] wider = wider(ofDays, ofDays, FEW_EVENTS);
      return quantiles(said, Math.max(0, medians.get(week - 1)), wider);
    }
    return quantiles(said, ofEvents.median(), wider(ofDays, ofEvents.distances(), 1));
  }

  int rehearsedEvents() {
    return ofEvents.groups();
  }

  /** How well each week is known. */
  List<LeadNote> notes() {
    List<LeadNote> notes = new ArrayList<>();
    for (int week = 1; week <= byWeek.size(); week++) {
      PeakErrors errors = byWeek.get(week - 1);
      double factor = Math.exp(distances.get(week - 1)[2]);
      notes.add(new LeadNote(week, errors.groups(), errors.count(), factor));
    }
    return notes;
  }

  private Quantiles quantiles(double said, double median, double[] distances) {
    double[] values = new double[distances.length];
    for (int i = 0; i < values.length; i++) {
      double value = Math.expm1(Math.log1p(said) + median + distances[i]);
      values[i] = Math.max(0, Math.min(ceiling, value));
    }
    return new Quantiles(values[0], values[1], values[2], values[3]).rounded();
  }
}
