package dev.kickoff.jobs.collect;

import dev.kickoff.model.demand.DemandSample;
import dev.kickoff.model.demand.MinuteCell;
import dev.kickoff.model.demand.MinuteReading;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.demand.signal.MinuteSignals;
import dev.kickoff.model.demand.signal.Signal;
import dev.kickoff.model.demand.signal.SignalReading;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Writes what sources still keep as a metrics CSV, by the minute: header {@code
 * timestamp,service,value,error_rate,latency_ms,cpu}, demand in requests per minute.
 *
 * <p>Minutes are made as the job makes them. What is kept in longer steps holds for each of their
 * minutes; a minute without demand has no row, a signal that is not known is blank.
 */
final class HistoryExport {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final List<MetricPoll> polls;
  private final Map<Service, TreeMap<Instant, Minute>> minutes = new TreeMap<>();
  private long rows;

  /** One minute as it is made. */
  private static final class Minute {
    private final MinuteCell cell;
    private List<SignalReading> signals = new ArrayList<>();

    Minute(Instant at) {
      cell = new MinuteCell(at, List.of());
    }
  }

  HistoryExport(List<MetricPoll> polls) {
    this.polls = polls;
  }

  /**
   * Writes all that is kept from {@code from} to {@code now}.
   *
   * @return how many rows were written
   * @throws dev.kickoff.model.demand.source.MetricSourceException when a source cannot be read
   */
  long write(Instant from, Instant now, Writer out) throws IOException {
    out.write("timestamp,service,value,error_rate,latency_ms,cpu\n");
    Instant first = from.truncatedTo(ChronoUnit.DAYS); // no step lies over the end of a day
    for (Instant day = first; day.isBefore(now); day = day.plus(DAY)) {
      Instant start = day.isBefore(from) ? from : day;
      Instant end = day.plus(DAY);
      for (MetricPoll poll : polls) {
        Instant complete = poll.complete(now);
        Instant until = end.isBefore(complete) ? end : complete;
        if (start.isBefore(until)) {
          poll.read(start, until).forEach(this::put);
        }
      }
      flush(end, out);
    }
    flush(Instant.MAX, out);
    return rows;
  }

  private void put(DemandSample sample) {
    Optional<Signal> signal = Signal.named(sample.name());
    long first = Math.floorDiv(sample.at().getEpochSecond(), 60) * 60;
    for (Instant at = Instant.ofEpochSecond(first);
        at.isBefore(sample.until());
        at = at.plus(MINUTE)) {
      Minute minute =
          minutes
              .computeIfAbsent(sample.service(), s -> new TreeMap<>())
              .computeIfAbsent(at, Minute::new);
      if (signal.isPresent()) {
        SignalReading reading = SignalReading.of(signal.get(), sample);
        minute.signals = MinuteSignals.with(minute.signals, reading);
      } else {
        minute.cell.put(MinuteReading.of(sample));
      }
    }
  }

  private void flush(Instant before, Writer out) throws IOException {
    for (Map.Entry<Service, TreeMap<Instant, Minute>> service : minutes.entrySet()) {
      Map<Instant, Minute> done = service.getValue().headMap(before);
      for (Map.Entry<Instant, Minute> entry : done.entrySet()) {
        OptionalDouble demand = entry.getValue().cell.requestsPerMinute();
        if (demand.isPresent()) {
          out.write(row(service.getKey(), entry.getKey(), entry.getValue(), demand.getAsDouble()));
          rows++;
        }
      }
      done.clear();
    }
  }

  private static String row(Service service, Instant at, Minute minute, double demand) {
    Map<String, Double> signals = MinuteSignals.of(at.toEpochMilli(), minute.signals);
    StringBuilder row = new StringBuilder();
    row.append(at).append(',').append(service).append(',').append(demand);
    for (Signal signal : Signal.values()) {
      Double value = signals.get(signal.sampleName());
      row.append(',').append(value == null ? "" : value);
    }
    return row.append('\n').toString();
  }
}
