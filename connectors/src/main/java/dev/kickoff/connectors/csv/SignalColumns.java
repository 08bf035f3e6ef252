package dev.kickoff.connectors.csv;

import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.csv.table.CsvHeader;
import dev.kickoff.connectors.csv.table.CsvRow;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.DemandSignals;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The columns of a metrics file that tell how a service fared: {@code error_rate}, a share or, when
 * any value is above 1, per cent; {@code cpu}, likewise; {@code latency_ms}.
 *
 * <p>A blank value is a gap. One that cannot be read is a gap too, and counted; the row's demand
 * stands.
 */
final class SignalColumns {
  static final String ERROR_RATE = "error_rate";
  static final String LATENCY = "latency_ms";
  static final String CPU = "cpu";
  static final List<String> NAMES = List.of(ERROR_RATE, LATENCY, CPU);
  private static final double PER_CENT = 100;

  private final CsvHeader header;
  private final Map<String, SampleRows> rows = new HashMap<>();
  private int unreadable;

  SignalColumns(CsvHeader header) {
    this.header = header;
  }

  void read(CsvRow row, long atMillis, String service) {
    for (String name : NAMES) {
      OptionalInt column = header.find(name);
      String text = column.isPresent() ? row.value(column.getAsInt()) : "";
      if (!text.isEmpty()) {
        try {
          double value = DemandValue.parse(text);
          rows.computeIfAbsent(key(service, name), key -> new SampleRows())
              .add(atMillis, value, row.line());
        } catch (InvalidText e) {
          unreadable++;
        }
      }
    }
  }

  /** How many values could not be read. */
  int unreadable() {
    return unreadable;
  }

  /** The signals of a service in the steps of its demand; the first value of a step counts. */
  DemandSignals of(String service, DemandSeries demand) {
    return new DemandSignals(
        series(key(service, ERROR_RATE), demand).map(SignalColumns::asShare),
        series(key(service, LATENCY), demand),
        series(key(service, CPU), demand).map(SignalColumns::asShare));
  }

  private Optional<DemandSeries> series(String key, DemandSeries demand) {
    SampleRows found = rows.get(key);
    if (found == null) {
      return Optional.empty();
    }
    DemandSeries.Builder series = DemandSeries.builder(demand.start(), demand.step());
    for (int i = found.size() - 1; i >= 0; i--) {
      Instant at = Instant.ofEpochMilli(found.atMillis(i));
      if (!at.isBefore(demand.start()) && at.isBefore(demand.until())) {
        series.set(at, found.value(i));
      }
    }
    return Optional.of(series.extendTo(demand.until()).build());
  }

  private static DemandSeries asShare(DemandSeries errors) {
    boolean perCent = false;
    for (int i = 0; i < errors.size(); i++) {
      perCent |= errors.isPresent(i) && errors.value(i) > 1;
    }
    if (!perCent) {
      return errors;
    }
    DemandSeries.Builder shares = DemandSeries.builder(errors.start(), errors.step());
    for (int i = 0; i < errors.size(); i++) {
      if (errors.isPresent(i)) {
        shares.set(errors.timeAt(i), errors.value(i) / PER_CENT);
      }
    }
    return shares.extendTo(errors.until()).build();
  }

  private static String key(String service, String name) {
    return service + "\n" + name;
  }
}
