package dev.kickoff.model.forecast.method;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.Similarity.Likeness;
import dev.kickoff.model.forecast.shape.Shape;
import dev.kickoff.model.forecast.track.Span;
import java.util.List;

/**
 * A shape that keeps to the plan until an event was to end, and to the later course after that.
 *
 * @param planned the calendar as it was announced
 * @param sinceMillis from when on the calendar that is asked for counts
 */
record ProlongedShape(Shape shape, EventCalendar planned, long sinceMillis) implements Shape {
  @Override
  public double[] logs(Span span, EventCalendar calendar) {
    return joined(span, shape.logs(span, planned), shape.logs(span, calendar));
  }

  @Override
  public double[] lifts(Span span, EventCalendar calendar) {
    return joined(span, shape.lifts(span, planned), shape.lifts(span, calendar));
  }

  @Override
  public List<Likeness> like(Event coming, EventCalendar calendar) {
    return shape.like(coming, planned);
  }

  private double[] joined(Span span, double[] before, double[] after) {
    for (int i = 0; i < before.length && span.middleAt(i) < sinceMillis; i++) {
      after[i] = before[i];
    }
    return after;
  }
}
