package dev.kickoff.jobs.offline.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.kickoff.connectors.kafka.WireForecast;
import dev.kickoff.model.forecast.DemandForecast;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The lines of a run's journal: a checksum in eight hex digits, a blank, and JSON.
 *
 * <p>A line that was cut short, or damaged, is told by its checksum.
 */
final class JournalText {
  private static final ObjectMapper JSON =
      JsonMapper.builder().addModules(new JavaTimeModule(), new Jdk8Module()).build();
  private static final int SUM_LENGTH = 8;

  private JournalText() {}

  /** A unit's result as JSON. */
  private record StoredUnit(
      int unit,
      List<WireForecast> chosen,
      List<Map<String, WireForecast>> peers,
      List<WireForecast> looks) {}

  /** The line, with its end, of a map of names and values. */
  static String line(Map<String, String> values) {
    return checked(json(values));
  }

  /** The line, with its end, of a unit that was done. */
  static String line(BacktestRun.Done done) {
    UnitResult result = done.result();
    return checked(
        json(
            new StoredUnit(
                done.unit().number(),
                result.chosen().stream().map(WireForecast::of).toList(),
                result.peers().stream().map(JournalText::stored).toList(),
                result.looks().stream().map(WireForecast::of).toList())));
  }

  private static Map<String, WireForecast> stored(Map<String, DemandForecast> forecasts) {
    Map<String, WireForecast> stored = new LinkedHashMap<>();
    forecasts.forEach((name, forecast) -> stored.put(name, WireForecast.of(forecast)));
    return stored;
  }

  /** The JSON of a line without its end; empty where the checksum does not fit. */
  static Optional<String> content(String line) {
    if (line.length() <= SUM_LENGTH) {
      return Optional.empty();
    }
    String json = line.substring(SUM_LENGTH + 1);
    return line.startsWith(sum(json) + " ") ? Optional.of(json) : Optional.empty();
  }

  static Map<String, String> values(String json) {
    return read(json, new TypeReference<>() {});
  }

  /**
   * What came of a unit.
   *
   * @throws IllegalStateException when the JSON is of another unit
   */
  static UnitResult result(String json, BacktestPlan.Unit unit) {
    StoredUnit stored = read(json, new TypeReference<>() {});
    if (stored.unit() != unit.number()) {
      throw new IllegalStateException(
          "the journal has unit " + stored.unit() + " where " + unit.number() + " belongs");
    }
    return new UnitResult(
        stored.chosen().stream().map(WireForecast::toModel).toList(),
        stored.peers().stream()
            .map(
                peers -> {
                  Map<String, DemandForecast> read = new LinkedHashMap<>();
                  peers.forEach((name, forecast) -> read.put(name, forecast.toModel()));
                  return read;
                })
            .toList(),
        stored.looks().stream().map(WireForecast::toModel).toList());
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a journal's line cannot be read", e);
    }
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a journal's line cannot be written", e);
    }
  }

  private static String checked(String json) {
    return sum(json) + " " + json + "\n";
  }

  private static String sum(String json) {
    CRC32 crc = new CRC32();
    crc.update(json.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
