package dev.kickoff.model.forecast.event;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.Similarity;
import dev.kickoff.model.calendar.Similarity.Likeness;
import dev.kickoff.model.forecast.track.RecentRest;
import dev.kickoff.model.forecast.track.Span;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What past events left above a fit, by time from their start: the memory that coming events of the
 * same category lean on.
 *
 * <p>The lean of a coming event at a phase is {@code sum w_i r_i / (sum w_i + k)}: the rests {@code
 * r_i} of past events at this phase, weighted by {@linkplain Similarity resemblance} and shrunk
 * towards the class, whose profile the fit already holds. Rests are counted from the day before the
 * event, so that a high day is not taken for a big event.
 */
public final class EventRests {
  /** How many of the latest events are remembered. */
  static final int MOST = 60;

  private static final double SHRINK = 1;
  private static final long DAY_MILLIS = 24 * 3_600_000L;

  private final ZoneId zone;
  private final long stepMillis;
  private final Map<Event, PhaseCurve> rests = new LinkedHashMap<>();

  private EventRests(ZoneId zone, long stepMillis) {
    this.zone = zone;
    this.stepMillis = stepMillis;
  }

  /** Of the events that began before the cut of {@code fit}. */
  public static EventRests of(Rests fit, EventCalendar calendar, ZoneId zone) {
    Span span = fit.track().span();
    List<Event> begun =
        calendar.events().stream()
            .filter(e -> e.start().toEpochMilli() < span.millisAt(fit.cut()))
            .filter(e -> e.end().toEpochMilli() > span.startMillis())
            .toList();
    EventRests memory = new EventRests(zone, span.stepMillis());
    Reading reading = new Reading(fit);
    for (Event event : begun.subList(Math.max(0, begun.size() - MOST), begun.size())) {
      memory.rests.put(event, reading.of(event));
    }
    return memory;
  }

  /** The past events that this one resembles, the closest first. */
  public List<Likeness> like(Event coming, EventCalendar calendar) {
    return new Similarity(zone, calendar).rank(coming, new ArrayList<>(rests.keySet()));
  }

  /** What an event is expected to lie above the fit, by phase. */
  public PhaseCurve lean(Event coming, EventCalendar calendar) {
    PhaseCurve empty = PhaseCurve.of(coming, stepMillis);
    double[] sums = new double[empty.size()];
    double[] weights = new double[empty.size()];
    for (Likeness like : like(coming, calendar)) {
      PhaseCurve rest = rests.getOrDefault(like.event(), empty);
      for (int s = 0; s < Math.min(sums.length, rest.size()); s++) {
        if (rest.isKnown(s)) {
          sums[s] += like.weight() * rest.value(s);
          weights[s] += like.weight();
        }
      }
    }
    for (int s = 0; s < sums.length; s++) {
      empty.set(s, sums[s] / (weights[s] + SHRINK));
    }
    return empty;
  }

  /** Reads what events left, each step at most once. */
  private static final class Reading {
    private final Rests fit;
    private final Span span;
    private final double[] read;
    private final BitSet done;

    Reading(Rests fit) {
      this.fit = fit;
      this.span = fit.track().span();
      this.read = new double[fit.cut()];
      this.done = new BitSet(fit.cut());
    }

    PhaseCurve of(Event event) {
      PhaseCurve curve = PhaseCurve.of(event, span.stepMillis());
      Mean before = mean(curve.millisAt(0) - DAY_MILLIS, curve.millisAt(0));
      for (int s = 0; s < curve.size(); s++) {
        Mean mean = mean(curve.millisAt(s), curve.millisAt(s + 1));
        if (mean.count() > 0) {
          curve.set(s, mean.value() - before.value());
        }
      }
      return curve;
    }

    /** A mean of so many rests; 0 where there are none. */
    private record Mean(double value, int count) {}

    private Mean mean(long fromMillis, long untilMillis) {
      int first = Math.max(0, step(fromMillis));
      int last = Math.min(fit.cut(), Math.max(first + 1, step(untilMillis)));
      double sum = 0;
      int count = 0;
      for (int i = first; i < last; i++) {
        if (fit.track().isKnown(i)) {
          sum += rest(i);
          count++;
        }
      }
      return new Mean(count == 0 ? 0 : sum / count, count);
    }

    private double rest(int i) {
      if (!done.get(i)) {
        read[i] = Math.max(-RecentRest.LIMIT, Math.min(RecentRest.LIMIT, fit.rest(i)));
        done.set(i);
      }
      return read[i];
    }

    private int step(long millis) {
      return (int) Math.floorDiv(millis - span.startMillis(), span.stepMillis());
    }
  }
}
