package dev.kickoff.jobs.lab.shape;

import dev.kickoff.model.lab.LoadCurve;
import java.util.ArrayList;
import java.util.List;

/**
 * A load as few straight lines: values of the load, and nowhere between them further from it than a
 * tolerance.
 *
 * <p>From each point the line goes as far as all values on the way allow it, in one pass: the swing
 * filter of Elmeleegy, Elmagarmid, Cecchet, Aref and Zwaenepoel ("Online Piece-wise Linear
 * Approximation of Numerical Streams with Precision Guarantees", 2009), ending on a value.
 *
 * @param tolerance in requests per minute
 * @param points the first and the last value, and those where the slope changes
 */
record Segments(double tolerance, List<Point> points) {
  /** The most points that are written into a file for another tool. */
  static final int MOST = 5_000;

  /** Half a request per minute: what rounding to whole ones loses. */
  static final double FINEST = 0.5;

  /** A value of the load. */
  record Point(long second, double rpm) {}

  /** The load in lines, with the finest tolerance, 0.5 or twice as often, that needs few enough. */
  static Segments of(LoadCurve load) {
    Segments segments = within(load, FINEST);
    while (segments.points().size() > MOST) {
      segments = within(load, 2 * segments.tolerance());
    }
    return segments;
  }

  /** The load in lines that are nowhere further away than {@code tolerance}. */
  static Segments within(LoadCurve load, double tolerance) {
    List<Point> points = new ArrayList<>();
    points.add(point(load, 0));
    int anchor = 0;
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    for (int i = 1; i < load.size(); i++) {
      double slope = (load.at(i) - load.at(anchor)) / (i - anchor);
      if (slope < low || slope > high) {
        anchor = i - 1;
        points.add(point(load, anchor));
        slope = load.at(i) - load.at(anchor);
        low = Double.NEGATIVE_INFINITY;
        high = Double.POSITIVE_INFINITY;
      }
      low = Math.max(low, slope - tolerance / (i - anchor));
      high = Math.min(high, slope + tolerance / (i - anchor));
    }
    if (load.size() > 1) {
      points.add(point(load, load.size() - 1));
    }
    return new Segments(tolerance, List.copyOf(points));
  }

  private static Point point(LoadCurve load, int position) {
    return new Point(position * load.step().toSeconds(), load.at(position));
  }
}
