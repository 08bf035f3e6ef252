package dev.kickoff.model.demand;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * The readings that cover a part of one minute of one service, and what they add up to.
 *
 * <p>The rate of a series (a source with its tags) is the mean of its readings, each weighted by
 * how much of the minute it covers: a reading longer than a minute holds for each of its minutes,
 * and counts are rates over their period. The demand of the minute is the sum over the series. It
 * depends on the readings only, never on the order in which they came.
 */
public final class MinuteCell {
  private final Instant minute;
  private final TreeSet<MinuteReading> readings = new TreeSet<>(MinuteReading.ORDER);

  /** What a reading did to its cell. */
  public enum Change {
    /** Known already, with the same value. */
    DUPLICATE,
    /** Not known before. */
    ADDED,
    /** Known with another value or period, which it replaces. */
    CORRECTED
  }

  /** The cell of the minute that starts at {@code minute}, with what is known of it. */
  public MinuteCell(Instant minute, Collection<MinuteReading> known) {
    this.minute = minute;
    known.forEach(this::put);
  }

  /** Takes in a reading; one that covers nothing of the minute only withdraws its older self. */
  public Change put(MinuteReading reading) {
    MinuteReading known = readings.ceiling(reading);
    boolean corrects = known != null && known.isSameReadingAs(reading);
    if (corrects && reading.equals(known)) {
      return Change.DUPLICATE;
    }
    readings.remove(reading);
    if (reading.coveredMillis(minute) > 0) {
      readings.add(reading);
    }
    return corrects ? Change.CORRECTED : Change.ADDED;
  }

  /** The readings, in {@link MinuteReading#ORDER}. */
  public List<MinuteReading> readings() {
    return new ArrayList<>(readings);
  }

  /** The sources that reported. */
  public Set<String> sources() {
    Set<String> sources = new TreeSet<>();
    readings.forEach(reading -> sources.add(reading.source()));
    return sources;
  }

  /** End of the newest reading, exclusive: before then the cell cannot have been known as it is. */
  public Instant knownThrough() {
    long newest = minute.toEpochMilli();
    for (MinuteReading reading : readings) {
      newest = Math.max(newest, reading.untilMillis());
    }
    return Instant.ofEpochMilli(newest);
  }

  /** Demand of the minute in requests per minute; empty without any reading. */
  public OptionalDouble requestsPerMinute() {
    if (readings.isEmpty()) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    List<MinuteReading> series = new ArrayList<>();
    for (MinuteReading reading : readings) {
      if (!series.isEmpty() && !series.get(0).isSameSeriesAs(reading)) {
        sum += mean(series);
        series.clear();
      }
      series.add(reading);
    }
    return OptionalDouble.of(sum + mean(series));
  }

  private double mean(List<MinuteReading> series) {
    long first = series.get(0).coveredMillis(minute);
    if (series.stream().allMatch(reading -> reading.coveredMillis(minute) == first)) {
      double total = 0;
      for (MinuteReading reading : series) {
        total += reading.requestsPerMinute();
      }
      return total / series.size();
    }
    double weighted = 0;
    double weights = 0;
    for (MinuteReading reading : series) {
      long covered = reading.coveredMillis(minute);
      weighted += covered * reading.requestsPerMinute();
      weights += covered;
    }
    return weighted / weights;
  }
}
