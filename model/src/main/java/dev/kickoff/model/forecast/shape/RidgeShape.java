package dev.kickoff.model.forecast.shape;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.Similarity.Likeness;
import dev.kickoff.model.forecast.event.EventRests;
import dev.kickoff.model.forecast.event.EventTerms;
import dev.kickoff.model.forecast.event.NearEvents;
import dev.kickoff.model.forecast.event.PhaseCurve;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.Span;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A level, a week, the lifts of events and what past events left, as one shape. */
final class RidgeShape implements Shape {
  private static final double HOUR_MILLIS = 3_600_000.0;
  private static final double HEART_HOURS = 1.5;

  private final double level;
  private final WeekTable week;
  private final EventTerms events;
  private final double[] lifts;
  private final EventRests rests;
  private EventCalendar leant = EventCalendar.empty();
  private final Map<Event, PhaseCurve> leans = new HashMap<>();
  private final Map<Event, List<Likeness>> likes = new HashMap<>();

  RidgeShape(RidgeFit fit, EventRests rests, LocalClock clock) {
    this.level = fit.level();
    this.week = new WeekTable(clock, fit.week());
    this.events = fit.events();
    this.lifts = fit.lifts();
    this.rests = rests;
  }

  @Override
  public double[] logs(Span span, EventCalendar calendar) {
    double[] logs = lifts(span, calendar);
    for (int i = 0; i < logs.length; i++) {
      logs[i] += level + week.at(span.middleAt(i));
    }
    return logs;
  }

  @Override
  public double[] lifts(Span span, EventCalendar calendar) {
    NearEvents near = events.near(span, calendar);
    PhaseCurve[] curves = new PhaseCurve[near.size()];
    for (int e = 0; e < curves.length; e++) {
      curves[e] = lean(near.event(e), calendar);
    }
    double[] terms = new double[lifts.length];
    double[] sums = new double[span.size()];
    BitSet acting = near.acting(span);
    for (int i = acting.nextSetBit(0); i >= 0; i = acting.nextSetBit(i + 1)) {
      long at = span.middleAt(i);
      if (events.fill(at, near, terms)) {
        for (int t = 0; t < terms.length; t++) {
          sums[i] += lifts[t] * terms[t];
        }
        sums[i] += lean(near, curves, at);
      }
    }
    return sums;
  }

  @Override
  public List<Likeness> like(Event coming, EventCalendar calendar) {
    forgetUnless(calendar);
    return likes.computeIfAbsent(coming, e -> rests.like(e, calendar));
  }

  private void forgetUnless(EventCalendar calendar) {
    if (leant != calendar) {
      leans.clear();
      likes.clear();
      leant = calendar;
    }
  }

  private PhaseCurve lean(Event event, EventCalendar calendar) {
    forgetUnless(calendar);
    return leans.computeIfAbsent(event, e -> rests.lean(e, calendar));
  }

  /** Of several events the one whose heart is nearest counts most. */
  private static double lean(NearEvents near, PhaseCurve[] curves, long at) {
    near.moveTo(at);
    if (near.end() - near.first() == 1) {
      PhaseCurve only = curves[near.first()];
      return only.covers(at) ? only.at(at) : 0;
    }
    double sum = 0;
    double total = 0;
    for (int e = near.first(); e < near.end(); e++) {
      if (near.mayAct(e) && curves[e].covers(at)) {
        double weight = weight(near.event(e), at);
        sum += weight * curves[e].at(at);
        total += weight;
      }
    }
    return total > 0 ? sum / total : 0;
  }

  private static double weight(Event event, long at) {
    double hours = (at - event.start().toEpochMilli()) / HOUR_MILLIS;
    return event.isAllDay() ? 1 : Math.exp(-Math.abs(hours - HEART_HOURS));
  }
}
