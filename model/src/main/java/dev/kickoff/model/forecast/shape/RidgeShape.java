package dev.kickoff.model.forecast.shape;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.track.Span;

/** A level, a week and the lifts of events, as {@link EventRidge} learnt them. */
record RidgeShape(double level, WeekTable week, EventTerms events, double[] lifts)
    implements Shape {
  @Override
  public double[] logs(Span span, EventCalendar calendar) {
    NearEvents near = events.near(span, calendar);
    double[] terms = new double[lifts.length];
    double[] logs = new double[span.size()];
    for (int i = 0; i < logs.length; i++) {
      long at = span.middleAt(i);
      logs[i] = level + week.at(at);
      if (events.fill(at, near, terms)) {
        for (int t = 0; t < terms.length; t++) {
          logs[i] += lifts[t] * terms[t];
        }
      }
    }
    return logs;
  }
}
