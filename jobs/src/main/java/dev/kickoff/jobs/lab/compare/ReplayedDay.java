package dev.kickoff.jobs.lab.compare;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.lab.LoadCurve;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A day of recorded demand, from midnight to midnight where people live, by the minute. */
public record ReplayedDay(LocalDate date, LoadCurve load) {
  /**
   * The whole days of a span.
   *
   * @param notes what a reader should know: days left out, gaps that were bridged
   */
  public record Days(List<ReplayedDay> days, List<String> notes) {
    public Days {
      days = List.copyOf(days);
      notes = List.copyOf(notes);
    }
  }

  /**
   * The whole days within a span; a day with too many gaps is left out, smaller gaps are bridged
   * evenly.
   *
   * @param minutes requests per minute, by the minute
   */
  public static Days of(DemandSeries minutes, Instant from, Instant until, ZoneId zone) {
    List<ReplayedDay> days = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    LocalDate date = from.atZone(zone).toLocalDate();
    if (date.atStartOfDay(zone).toInstant().isBefore(from)) {
      date = date.plusDays(1);
    }
    int bridged = 0;
    for (; !startOf(date.plusDays(1), zone).isAfter(until); date = date.plusDays(1)) {
      int first = minutes.indexOf(startOf(date, zone));
      int end = minutes.indexOf(startOf(date.plusDays(1), zone));
      int known = 0;
      for (int i = first; i < end; i++) {
        known += minutes.isPresent(i) ? 1 : 0;
      }
      if (known < DemandSeries.MIN_SHARE * (end - first)) {
        notes.add(
            "%s was left out: %d of its %d minutes are known".formatted(date, known, end - first));
      } else {
        bridged += end - first - known;
        days.add(new ReplayedDay(date, curve(minutes, first, end)));
      }
    }
    if (bridged > 0) {
      notes.add(bridged + " minutes without demand were bridged evenly between their neighbours");
    }
    return new Days(days, notes);
  }

  private static Instant startOf(LocalDate date, ZoneId zone) {
    return date.atStartOfDay(zone).toInstant();
  }

  private static LoadCurve curve(DemandSeries minutes, int first, int end) {
    double[] rpm = new double[end - first];
    int last = -1;
    for (int i = 0; i < rpm.length; i++) {
      if (!minutes.isPresent(first + i)) {
        continue;
      }
      rpm[i] = minutes.value(first + i);
      for (int gap = last + 1; gap < i; gap++) {
        double share = (gap - last) / (double) (i - last);
        rpm[gap] = last < 0 ? rpm[i] : rpm[last] + share * (rpm[i] - rpm[last]);
      }
      last = i;
    }
    for (int gap = last + 1; gap < rpm.length; gap++) {
      rpm[gap] = rpm[last];
    }
    return new LoadCurve(minutes.step(), rpm);
  }
}
