package dev.kickoff.model.forecast.rehearsal;

import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Where history is cut to rehearse: each fold is forecast by what was learnt before it.
 *
 * @param cuts first step of each fold, rising
 * @param end the step after the last fold, which is the end of history
 */
public record Folds(List<Integer> cuts, int end) {
  private static final int MOST = 24;
  private static final double SHARE_REHEARSED = 0.6;
  private static final long LEAST_FOLD_MILLIS = LocalClock.DAY_MILLIS / 4;
  private static final long LEAST_PAST_MILLIS = LocalClock.DAY_MILLIS;
  private static final int LONGEST_STEPS = 8064;

  public static Folds of(Span span) {
    int longest = (int) Math.min(LONGEST_STEPS, SHARE_REHEARSED * span.size());
    int past = (int) (LEAST_PAST_MILLIS / span.stepMillis());
    int rehearsed = Math.min(longest, span.size() - past);
    int least = (int) Math.max(1, LEAST_FOLD_MILLIS / span.stepMillis());
    int count = Math.min(MOST, rehearsed / least);
    List<Integer> cuts = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      cuts.add(span.size() - rehearsed + (int) ((long) rehearsed * k / count));
    }
    return new Folds(cuts, span.size());
  }

  public int count() {
    return cuts.size();
  }

  public int from(int fold) {
    return cuts.get(fold);
  }

  public int until(int fold) {
    return fold + 1 < cuts.size() ? cuts.get(fold + 1) : end;
  }

  /** The cuts, and the end of history as the last of them. */
  public List<Integer> cutsAndEnd() {
    List<Integer> all = new ArrayList<>(cuts);
    all.add(end);
    return all;
  }
}
