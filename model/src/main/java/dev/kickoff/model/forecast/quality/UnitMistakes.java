package dev.kickoff.model.forecast.quality;

import dev.kickoff.model.demand.DemandMask;
import dev.kickoff.model.demand.DemandMask.Kind;
import dev.kickoff.model.demand.DemandSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs a {@link UnitWatch} over a history, and overrules it where values were alike a day or a week
 * before.
 */
final class UnitMistakes {
  private static final long DAY_MILLIS = 86_400_000L;
  private static final int[] ORDINARY_DAYS = {1, 7};
  private static final double ALIKE = 3;

  private UnitMistakes() {}

  /** The stretches in a wrong unit from step {@code from} on, in order. */
  static List<DemandMask> of(DemandSeries history, int from) {
    List<DemandMask> found = new ArrayList<>();
    UnitWatch watch = new UnitWatch();
    long start = history.start().toEpochMilli();
    long step = history.step().toMillis();
    Optional<DataProblem> open = Optional.empty();
    for (int i = Math.max(0, from); i < history.size(); i++) {
      if (history.isPresent(i)) {
        long at = start + i * step;
        UnitWatch.Verdict verdict = watch.see(at, history.value(i));
        switch (verdict) {
          case FLAGGED -> open = open.isEmpty() && isOrdinary(history, i) ? open : watch.problem();
          case RETURNED -> {
            open.ifPresent(problem -> found.add(mask(problem, at, Kind.UNIT_MISTAKE)));
            open = Optional.empty();
          }
          case CONFIRMED -> {
            open.ifPresent(problem -> found.add(mask(problem, at, Kind.LEVEL_SHIFT)));
            open = Optional.empty();
          }
          case AS_BEFORE -> {}
        }
      }
    }
    open.ifPresent(
        problem -> found.add(mask(problem, history.until().toEpochMilli(), Kind.UNIT_MISTAKE)));
    return found;
  }

  /** Whether values like this one stood there a day or a week before, as in a daily batch. */
  private static boolean isOrdinary(DemandSeries history, int i) {
    double value = history.value(i);
    int perDay = (int) (DAY_MILLIS / history.step().toMillis());
    for (int days : ORDINARY_DAYS) {
      int then = i - days * perDay;
      if (history.isPresent(then)
          && history.value(then) < ALIKE * value
          && value < ALIKE * history.value(then)) {
        return true;
      }
    }
    return false;
  }

  private static DemandMask mask(DataProblem problem, long untilMillis, Kind kind) {
    Instant until = Instant.ofEpochMilli(untilMillis);
    String reason =
        kind == Kind.LEVEL_SHIFT
            ? problem.what() + "; it stayed for a day and counts as the new unit"
            : problem.what();
    return new DemandMask(problem.since(), until, kind, reason, until);
  }
}
