package dev.kickoff.model.forecast.shape;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.track.LogTrack;
import java.util.List;

/** A way to learn a {@link Shape} from the past. */
public interface ShapeLearner {
  /**
   * One shape for each cut, learnt from the steps before the cut only.
   *
   * @param track the whole past
   * @param calendar the events that were known of at its end
   * @param cuts step indices into the track, rising
   */
  List<Shape> learn(LogTrack track, EventCalendar calendar, List<Integer> cuts);
}
