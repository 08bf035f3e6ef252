package dev.kickoff.model.forecast.shape;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.event.EventRests;
import dev.kickoff.model.forecast.event.EventTerms;
import dev.kickoff.model.forecast.smile.NormalEquations;
import dev.kickoff.model.forecast.smile.SparseRow;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.LogTrack;
import java.util.ArrayList;
import java.util.List;

/**
 * Learns the week and what events do to it together, by one ridge regression.
 *
 * <p>{@code log demand = week(t) + level(t) + events(t)}: the week in harmonics ({@link
 * WeekBasis}), a slow level that is linear between knots and walks at random, and events by phase
 * ({@link EventTerms}). Since all are fitted together, a match is not mistaken for the evening it
 * is played on, nor a growing audience for the matches. Recent rows weigh more, and each row is
 * added to the same equations once: it is recursive least squares with forgetting, in its
 * information form. Coming events then lean on the past events that they resemble ({@link
 * EventRests}).
 */
public final class EventRidge implements ShapeLearner {
  private final LocalClock clock;

  public EventRidge(LocalClock clock) {
    this.clock = clock;
  }

  @Override
  public List<Shape> learn(LogTrack track, EventCalendar calendar, List<Integer> cuts) {
    RidgeLayout layout = new RidgeLayout(track.span(), calendar, clock);
    NormalEquations equations = new NormalEquations(layout.size());
    SparseRow row = new SparseRow();
    List<Shape> shapes = new ArrayList<>();
    int next = 0;
    for (int cut : cuts) {
      for (; next < cut; next++) {
        if (track.isKnown(next)) {
          layout.fill(next, row);
          equations.add(row, track.log(next), layout.weight(next));
        }
      }
      double[] coefficients = equations.solve(layout.penalties(cut));
      RidgeFit fit = new RidgeFit(layout, coefficients, track, cut);
      EventRests rests = EventRests.of(fit, calendar, clock.zone());
      shapes.add(new RidgeShape(fit, rests, clock));
    }
    return shapes;
  }
}
