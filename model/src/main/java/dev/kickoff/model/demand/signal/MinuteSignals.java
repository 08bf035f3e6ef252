package dev.kickoff.model.demand.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the readings of signals that cover a part of one minute say together.
 *
 * <p>The value of a source is the mean of its readings, each weighted by how much of the minute it
 * covers; what several sources say is for each {@link Signal} to say. It depends on the readings
 * only, never on the order in which they came.
 */
public final class MinuteSignals {
  private static final Comparator<SignalReading> ORDER =
      Comparator.comparing(SignalReading::signal)
          .thenComparing(SignalReading::source)
          .thenComparing(SignalReading::tags)
          .thenComparingLong(SignalReading::atMillis);

  private MinuteSignals() {}

  /** The readings with one more, which replaces an older version of itself. */
  public static List<SignalReading> with(List<SignalReading> known, SignalReading reading) {
    List<SignalReading> readings = new ArrayList<>(known);
    readings.removeIf(reading::isSameReadingAs);
    readings.add(reading);
    readings.sort(ORDER);
    return readings;
  }

  /**
   * The signals of the minute, by the name of their samples; those without a reading are absent.
   *
   * @param minuteMillis start of the minute, in milliseconds of the epoch
   * @param readings in the order of {@link #with}
   */
  public static SortedMap<String, Double> of(long minuteMillis, List<SignalReading> readings) {
    Map<Signal, List<Double>> sources = new EnumMap<>(Signal.class);
    int from = 0;
    while (from < readings.size()) {
      SignalReading first = readings.get(from);
      double weighted = 0;
      double weights = 0;
      int i = from;
      for (; i < readings.size() && first.isSameSeriesAs(readings.get(i)); i++) {
        long covered = readings.get(i).coveredMillis(minuteMillis);
        weighted += covered * readings.get(i).value();
        weights += covered;
      }
      if (weights > 0) {
        sources.computeIfAbsent(first.signal(), s -> new ArrayList<>()).add(weighted / weights);
      }
      from = i;
    }
    SortedMap<String, Double> signals = new TreeMap<>();
    sources.forEach((signal, values) -> signals.put(signal.sampleName(), signal.together(values)));
    return signals;
  }
}
