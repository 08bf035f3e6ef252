package dev.kickoff.model.forecast.shape;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.track.LogTrack;
import dev.kickoff.model.forecast.track.RunningMean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Learns the mean of all history, in log units, the same at all times. */
public final class FlatLearner implements ShapeLearner {
  @Override
  public List<Shape> learn(LogTrack track, EventCalendar calendar, List<Integer> cuts) {
    RunningMean means = new RunningMean(track, track.span().size());
    List<Shape> shapes = new ArrayList<>();
    for (int cut : cuts) {
      double mean = means.mean(0, cut).orElse(0);
      shapes.add(
          (span, events) -> {
            double[] logs = new double[span.size()];
            Arrays.fill(logs, mean);
            return logs;
          });
    }
    return shapes;
  }
}
