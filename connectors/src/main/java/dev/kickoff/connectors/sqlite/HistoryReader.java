package dev.kickoff.connectors.sqlite;

import dev.kickoff.connectors.sqlite.DecisionSearch.Question;
import dev.kickoff.connectors.sqlite.KeptRecord.DecisionLine;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.DecisionKey;
import dev.kickoff.model.control.FloorChange;
import dev.kickoff.model.demand.DemandSeries;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Answers from a {@link HistoryFile} while it is being written. Thread-safe. */
public final class HistoryReader implements AutoCloseable {
  private static final int CONNECTIONS = 4;

  private final HistoryFile file;
  private final BlockingQueue<Connection> free = new ArrayBlockingQueue<>(CONNECTIONS);

  public HistoryReader(HistoryFile file) {
    this.file = file;
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        free.add(file.connect());
      }
    } catch (SQLException e) {
      close();
      throw new IllegalStateException("cannot read " + file.path(), e);
    }
  }

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> ask(String sql, List<Object> values, Row<T> reader) {
    Connection connection = take();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read " + file.path() + ": " + e.getMessage(), e);
    } finally {
      free.add(connection);
    }
  }

  private Connection take() {
    try {
      return free.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + file.path(), e);
    }
  }

  private static byte[] body(ResultSet row) throws SQLException {
    return Packed.unpack(row.getBytes(1));
  }

  /** The last forecast of a kind that was issued at or before an instant. */
  public Optional<byte[]> forecast(String service, String kind, Instant asOf) {
    return ask(
            "SELECT body FROM forecast WHERE service = ? AND kind = ? AND issued <= ?"
                + " ORDER BY issued DESC LIMIT 1",
            List.of(service, kind, asOf.toEpochMilli()),
            HistoryReader::body)
        .stream()
        .findFirst();
  }

  /** When the oldest forecast of a kind that is kept was issued. */
  public Optional<Instant> oldestForecast(String service, String kind) {
    return ask(
            "SELECT issued FROM forecast WHERE service = ? AND kind = ? ORDER BY issued LIMIT 1",
            List.of(service, kind),
            row -> Instant.ofEpochMilli(row.getLong(1)))
        .stream()
        .findFirst();
  }

  /** Demand of a service in [{@code from}, {@code until}), by the minute; gaps are absent. */
  public DemandSeries minutes(String service, Instant from, Instant until) {
    DemandSeries.Builder series = DemandSeries.builder(from, Duration.ofMinutes(1));
    List<DemandSeries.Builder> unused =
        ask(
            "SELECT minute, rpm FROM minute WHERE service = ? AND minute >= ? AND minute < ?",
            List.of(service, from.toEpochMilli(), until.toEpochMilli()),
            row -> series.set(Instant.ofEpochMilli(row.getLong(1)), row.getDouble(2)));
    return series.build();
  }

  /** One decision. */
  public Optional<byte[]> decision(String group, long sequence) {
    return ask(
            "SELECT body FROM decision WHERE grp = ? AND sequence = ?",
            List.of(group, sequence),
            HistoryReader::body)
        .stream()
        .findFirst();
  }

  /** What lists show of decisions, in their order. */
  public List<DecisionLine> decisions(DecisionSearch search) {
    Question question = search.question();
    return ask(question.sql(), question.values(), HistoryReader::line);
  }

  private static DecisionLine line(ResultSet row) throws SQLException {
    Instant at = Instant.ofEpochMilli(row.getLong(3)).plusNanos(row.getLong(4));
    return new DecisionLine(
        new DecisionKey(row.getString(1), row.getLong(2), at),
        ControlMode.valueOf(row.getString(5)),
        new FloorChange(row.getInt(6), row.getInt(7), row.getInt(8)),
        Optional.of(row.getString(9)).filter(name -> !name.isEmpty()),
        row.getString(10));
  }

  @Override
  public void close() {
    for (Connection connection : free) {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException("the file of the past did not close", e);
      }
    }
  }
}
