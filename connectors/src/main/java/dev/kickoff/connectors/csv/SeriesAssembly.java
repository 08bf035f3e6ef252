package dev.kickoff.connectors.csv;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Problems;
import dev.kickoff.model.demand.DemandSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes an even series of the rows of one service: sorts, drops duplicates, finds the grid. */
final class SeriesAssembly {
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
  private static final long MAX_GAP_MILLIS = 731 * DAY_MILLIS;

  private final Place file;
  private final String service;
  private final SampleRows rows;
  private final Problems problems;
  private final List<String> notes = new ArrayList<>();

  SeriesAssembly(Place file, String service, SampleRows rows, Problems problems) {
    this.file = file;
    this.service = service;
    this.rows = rows;
    this.problems = problems;
  }

  /** What a reader should know of {@link #assemble}. */
  List<String> notes() {
    return notes;
  }

  /**
   * The series; empty when there are too few rows to know its step.
   *
   * @throws InputException when it mixes resolutions
   */
  Optional<DemandSeries> assemble() {
    SampleRows distinct = withoutDuplicates(inOrder());
    SampleRows near = withoutStrays(distinct);
    Optional<Grid> grid = Grid.of(near);
    if (grid.isEmpty()) {
      for (int i = 0; i < near.size(); i++) {
        refuse(
            near.line(i),
            ProblemKind.NO_DATA,
            "the only row of " + service + ", its resolution is unknown",
            "give at least two rows");
      }
      return Optional.empty();
    }
    grid.get().otherResolution(near).ifPresent(s -> failMixed(near, grid.get(), s));
    return Optional.of(onGrid(near, grid.get()));
  }

  private SampleRows inOrder() {
    int unsorted = rows.unsorted();
    if (unsorted == 0) {
      return rows;
    }
    note(unsorted + " row" + plural(unsorted) + " older than the row above, sorted by time");
    return rows.sorted();
  }

  private SampleRows withoutDuplicates(SampleRows in) {
    SampleRows out = new SampleRows();
    int same = 0;
    for (int i = 0; i < in.size(); i++) {
      int last = out.size() - 1;
      if (last < 0 || out.atMillis(last) != in.atMillis(i)) {
        out.add(in.atMillis(i), in.value(i), in.line(i));
      } else if (out.value(last) == in.value(i)) {
        same++;
      } else {
        refuse(
            in.line(i),
            ProblemKind.DUPLICATE_TIMESTAMP,
            time(in.atMillis(i))
                + " was "
                + number(out.value(last))
                + " in line "
                + out.line(last)
                + " and is "
                + number(in.value(i))
                + " here",
            "the first one counts; remove the wrong one");
      }
    }
    if (same > 0) {
      note(same + " duplicate row" + plural(same) + " dropped");
    }
    return out;
  }

  private SampleRows withoutStrays(SampleRows in) {
    int from = 0;
    int best = 0;
    int bestUntil = 0;
    for (int i = 1; i <= in.size(); i++) {
      if (i == in.size() || in.atMillis(i) - in.atMillis(i - 1) > MAX_GAP_MILLIS) {
        if (i - from > bestUntil - best) {
          best = from;
          bestUntil = i;
        }
        from = i;
      }
    }
    if (bestUntil - best == in.size()) {
      return in;
    }
    SampleRows out = new SampleRows();
    for (int i = 0; i < in.size(); i++) {
      if (i >= best && i < bestUntil) {
        out.add(in.atMillis(i), in.value(i), in.line(i));
      } else {
        refuse(
            in.line(i),
            ProblemKind.OUT_OF_RANGE,
            time(in.atMillis(i)) + " is more than two years away from the other rows",
            "check the year");
      }
    }
    return out;
  }

  private void failMixed(SampleRows in, Grid grid, Grid.Stretch stretch) {
    throw new InputException(
        new Problem(
            file.line(in.line(stretch.from())),
            ProblemKind.MIXED_RESOLUTIONS,
            "rows of "
                + service
                + " are "
                + length(stretch.distanceMillis())
                + " apart from here to line "
                + in.line(stretch.until() - 1)
                + ", elsewhere "
                + length(grid.stepMillis()),
            "split the file there, or bring all of it to the coarser resolution first"));
  }

  private DemandSeries onGrid(SampleRows in, Grid grid) {
    int first = 0;
    while (!grid.holds(in.atMillis(first))) {
      first++;
    }
    DemandSeries.Builder series =
        DemandSeries.builder(
            Instant.ofEpochMilli(in.atMillis(first)), Duration.ofMillis(grid.stepMillis()));
    LongGaps gaps = new LongGaps(in.atMillis(first));
    for (int i = 0; i < in.size(); i++) {
      if (grid.holds(in.atMillis(i))) {
        series.set(Instant.ofEpochMilli(in.atMillis(i)), in.value(i));
        gaps.add(in.atMillis(i));
      } else {
        refuse(
            in.line(i),
            ProblemKind.OFF_GRID,
            time(in.atMillis(i))
                + " is not on the "
                + length(grid.stepMillis())
                + " grid of "
                + service,
            "keep to one resolution, or bring the file to the coarser one first");
      }
    }
    gaps.describe().ifPresent(this::note);
    return series.build();
  }

  private void refuse(int line, ProblemKind kind, String what, String remedy) {
    problems.add(new Problem(file.line(line), kind, what, remedy));
  }

  private void note(String what) {
    notes.add(file + ": " + service + ": " + what);
  }

  private static String plural(int count) {
    return count == 1 ? "" : "s";
  }

  private static String number(double value) {
    return value == Math.rint(value) && value < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String time(long atMillis) {
    return Instant.ofEpochMilli(atMillis).toString();
  }

  private static String length(long millis) {
    return LongGaps.length(millis);
  }
}
