package dev.kickoff.jobs.offline.backtest;

import dev.kickoff.jobs.offline.OfflineTask;
import dev.kickoff.model.forecast.accuracy.Backtest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backtest computes, cut into units of work that know nothing of each other: the cutoffs of
 * one service that share a model.
 *
 * @param stretches in order of time, each with a unit for every service
 */
public record BacktestPlan(List<List<Unit>> stretches) {
  private static final Duration STRETCH = Duration.ofHours(6);

  public BacktestPlan {
    stretches = List.copyOf(stretches);
  }

  /**
   * One service in one stretch of time.
   *
   * @param number from 0 on, in the order of the results
   */
  public record Unit(
      int number, Backtest.Trace trace, List<Instant> cutoffs, List<EventLook> looks) {
    /** How many forecasts it is, those of peers not counted. */
    public int size() {
      return cutoffs.size() + looks.size();
    }
  }

  static BacktestPlan of(OfflineTask task, EventLooks looks) {
    Map<Long, List<Instant>> cutoffs = new TreeMap<>();
    for (Instant cutoff : task.backtest().cutoffs()) {
      cutoffs.computeIfAbsent(stretch(cutoff), s -> new ArrayList<>()).add(cutoff);
    }
    looks.looks().forEach(l -> cutoffs.computeIfAbsent(stretch(l.at()), s -> new ArrayList<>()));
    List<List<Unit>> stretches = new ArrayList<>();
    int number = 0;
    for (Map.Entry<Long, List<Instant>> stretch : cutoffs.entrySet()) {
      List<Unit> units = new ArrayList<>();
      for (Backtest.Trace trace : task.traces()) {
        List<EventLook> own =
            looks.looks().stream()
                .filter(l -> l.service().equals(trace.service()))
                .filter(l -> stretch(l.at()) == stretch.getKey())
                .toList();
        units.add(new Unit(number++, trace, List.copyOf(stretch.getValue()), own));
      }
      stretches.add(units);
    }
    return new BacktestPlan(stretches);
  }

  /** How many forecasts there will be, those of peers not counted. */
  long size() {
    return stretches.stream().flatMap(List::stream).mapToLong(Unit::size).sum();
  }

  /** The number of the stretch that {@code at} lies in: all of it shares a model. */
  static long stretch(Instant at) {
    return Math.floorDiv(at.toEpochMilli(), STRETCH.toMillis());
  }
}
