package dev.kickoff.jobs.offline.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The hosts of one policy over a span, in so few points that they can be drawn: each stands for as
 * many minutes as needed, and keeps what was worst in them.
 */
public final class HostTrack {
  /** The most points a track has, however long its span. */
  static final int MOST_POINTS = 1500;

  private final Instant from;
  private final Duration step;
  private final List<Point> points = new ArrayList<>();

  /**
   * Some minutes of a track.
   *
   * @param from start of the first of them
   * @param mostRequired of any of the minutes; empty where all of them are gaps
   * @param leastInService in any of the minutes
   * @param shortMinutes how many of them had fewer hosts in service than required
   */
  public record Point(
      Instant from, Optional<Integer> mostRequired, int leastInService, int shortMinutes) {

    private Point with(Optional<Integer> required, int inService) {
      Optional<Integer> most =
          required.map(hosts -> Math.max(hosts, mostRequired.orElse(hosts))).or(() -> mostRequired);
      return new Point(
          from,
          most,
          Math.min(leastInService, inService),
          shortMinutes + missing(required, inService));
    }

    private static int missing(Optional<Integer> required, int inService) {
      return required.isPresent() && inService < required.get() ? 1 : 0;
    }
  }

  /** A track of the minutes in [{@code from}, {@code until}), still without any. */
  public HostTrack(Instant from, Instant until) {
    long minutes = Math.max(1, Duration.between(from, until).toMinutes());
    this.from = from;
    this.step = Duration.ofMinutes((minutes + MOST_POINTS - 1) / MOST_POINTS);
  }

  /**
   * Adds one minute; they come in order.
   *
   * @param required empty in a gap
   */
  public void add(Instant minute, Optional<Integer> required, int inService) {
    long number = Duration.between(from, minute).dividedBy(step);
    Instant start = from.plus(step.multipliedBy(number));
    int last = points.size() - 1;
    if (last >= 0 && points.get(last).from().equals(start)) {
      points.set(last, points.get(last).with(required, inService));
    } else {
      points.add(new Point(start, required, inService, Point.missing(required, inService)));
    }
  }

  /** How long a point stands for; the last may be shorter. */
  public Duration step() {
    return step;
  }

  /** What was added, in order. */
  public List<Point> points() {
    return List.copyOf(points);
  }

  /** How many minutes had fewer hosts in service than required. */
  public int shortMinutes() {
    return points.stream().mapToInt(Point::shortMinutes).sum();
  }

  /** The most hosts required or in service at any point; 1 at least. */
  public int top() {
    return points.stream()
        .mapToInt(point -> Math.max(point.leastInService(), point.mostRequired().orElse(0)))
        .reduce(1, Math::max);
  }
}
