package dev.kickoff.model.forecast.shape;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.LogTrack;
import dev.kickoff.model.forecast.track.RunningMean;
import dev.kickoff.model.forecast.track.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Learns the mean of each slot of the local week, recent weeks counting more.
 *
 * <p>The slow level (mean of the seven days around a step) is taken out first. A slot of the week
 * that was seen seldom leans on the same time of the other days: {@code (w*slot + k*day)/(w + k)}.
 * Knows nothing of events.
 */
public final class WeeklyProfile implements ShapeLearner {
  private static final double HALF_LIFE_WEEKS = 4;
  private static final int HALF_LIVES_READ = 7;
  private static final double LEAN = 0.7;

  private final LocalClock clock;

  public WeeklyProfile(LocalClock clock) {
    this.clock = clock;
  }

  @Override
  public List<Shape> learn(LogTrack track, EventCalendar calendar, List<Integer> cuts) {
    Span span = track.span();
    int slots = WeekTable.slots(span.stepMillis());
    int[] slotOf = new int[span.size()];
    for (int i = 0; i < slotOf.length; i++) {
      slotOf[i] = WeekTable.slotOf(clock, span.middleAt(i), slots);
    }
    List<Shape> shapes = new ArrayList<>();
    for (int cut : cuts) {
      shapes.add(learnBefore(cut, track, slotOf));
    }
    return shapes;
  }

  private Shape learnBefore(int cut, LogTrack track, int[] slotOf) {
    Span span = track.span();
    int slots = WeekTable.slots(span.stepMillis());
    RunningMean means = new RunningMean(track, cut);
    int half = (int) (LocalClock.WEEK_MILLIS / span.stepMillis() / 2);
    double[] sums = new double[slots];
    double[] weights = new double[slots];
    double decay = Math.log(0.5) / (HALF_LIFE_WEEKS * slots);
    for (int i = Math.max(0, cut - HALF_LIVES_READ * (int) (HALF_LIFE_WEEKS * slots));
        i < cut;
        i++) {
      if (track.isKnown(i)) {
        double weight = Math.exp(decay * (cut - i));
        double level = means.mean(Math.max(0, i - half), Math.min(cut, i + half)).orElse(0);
        sums[slotOf[i]] += weight * (track.log(i) - level);
        weights[slotOf[i]] += weight;
      }
    }
    WeekTable table = new WeekTable(clock, leaning(sums, weights));
    double level = means.mean(cut - 2 * half, cut).orElse(means.mean(0, cut).orElse(0));
    return (asked, events) -> {
      double[] logs = new double[asked.size()];
      for (int i = 0; i < logs.length; i++) {
        logs[i] = level + table.at(asked.middleAt(i));
      }
      return logs;
    };
  }

  private static double[] leaning(double[] sums, double[] weights) {
    int perDay = sums.length / 7;
    double[] table = new double[sums.length];
    for (int tick = 0; tick < perDay; tick++) {
      double sum = 0;
      double weight = 0;
      for (int slot = tick; slot < sums.length; slot += perDay) {
        sum += sums[slot];
        weight += weights[slot];
      }
      double daily = weight > 0 ? sum / weight : 0;
      for (int slot = tick; slot < sums.length; slot += perDay) {
        table[slot] = (sums[slot] + LEAN * daily) / (weights[slot] + LEAN);
      }
    }
    return table;
  }
}
