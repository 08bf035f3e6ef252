package dev.kickoff.connectors.sqlite;

import dev.kickoff.connectors.sqlite.KeptRecord.Decision;
import dev.kickoff.connectors.sqlite.KeptRecord.DecisionLine;
import dev.kickoff.connectors.sqlite.KeptRecord.Forecast;
import dev.kickoff.connectors.sqlite.KeptRecord.Minute;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes batches into a {@link HistoryFile}: the records and how far their topics were read, in one
 * transaction, so that after a crash reading goes on where the file ends. For one thread.
 */
public final class HistoryWriter implements AutoCloseable {
  private static final int BATCHES_PER_PRUNE = 64;
  private static final int PRUNED_AT_ONCE = 10;
  private static final int MOST_CUTS = 20;

  private final Connection connection;
  private final Bounds bounds;
  private long newest = Long.MIN_VALUE;
  private int batches;

  /**
   * How much is kept.
   *
   * @param age from the newest instant that was written; engine time
   * @param minutes the same for minutes of demand
   * @param bytes of the file; beyond it a tenth of the oldest goes, and again
   */
  public record Bounds(Duration age, Duration minutes, long bytes) {}

  public HistoryWriter(HistoryFile file, Bounds bounds) {
    this.bounds = bounds;
    try {
      connection = file.connect();
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot write to " + file.path(), e);
    }
  }

  /** How far each topic was read: the next offset by topic/partition. */
  public Map<String, Long> positions() {
    Map<String, Long> positions = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT topic, next FROM position")) {
      while (rows.next()) {
        positions.put(rows.getString(1), rows.getLong(2));
      }
      connection.commit();
      return positions;
    } catch (SQLException e) {
      throw new IllegalStateException("the kept past cannot be read", e);
    }
  }

  /** Writes records, of which the later one counts, and what was read with them. */
  public void write(Collection<KeptRecord> records, Map<String, Long> positions) {
    try {
      for (KeptRecord record : records) {
        if (record instanceof Forecast forecast) {
          write(forecast);
        } else if (record instanceof Minute minute) {
          write(minute);
        } else if (record instanceof Decision decision) {
          write(decision);
        }
      }
      for (Map.Entry<String, Long> position : positions.entrySet()) {
        run("INSERT OR REPLACE INTO position VALUES(?,?)", position.getKey(), position.getValue());
      }
      if (++batches % BATCHES_PER_PRUNE == 0) {
        prune();
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("the past is no longer kept: " + e.getMessage(), e);
    }
  }

  private void write(Forecast f) throws SQLException {
    run(
        "INSERT OR REPLACE INTO forecast VALUES(?,?,?,?)",
        f.service(),
        f.kind(),
        seen(f.issuedAt()),
        Packed.pack(f.body()));
  }

  private void write(Minute m) throws SQLException {
    run(
        "INSERT OR REPLACE INTO minute VALUES(?,?,?)",
        m.service(),
        seen(m.minute()),
        m.rpm());
  }

  private void write(Decision d) throws SQLException {
    DecisionLine line = d.line();
    run(
        "INSERT OR REPLACE INTO decision VALUES(?,?,?,?,?,?,?,?,?,?,?,?)",
        line.key().group(),
        line.key().sequence(),
        seen(line.key().at()),
        line.key().at().getNano() % 1_000_000,
        line.mode().name(),
        line.change().action().name(),
        line.change().from(),
        line.change().wanted(),
        line.change().to(),
        line.guardrail().orElse(""),
        line.reason(),
        Packed.pack(d.body()));
  }

  private long seen(Instant at) {
    newest = Math.max(newest, at.toEpochMilli());
    return at.toEpochMilli();
  }

  private void run(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private void prune() throws SQLException {
    long oldest = newest - bounds.age().toMillis();
    run("DELETE FROM forecast WHERE issued < ?", oldest);
    run("DELETE FROM minute WHERE minute < ?", newest - bounds.minutes().toMillis());
    run("DELETE FROM decision WHERE at < ?", oldest);
    for (int i = 0; i < MOST_CUTS && usedBytes() > bounds.bytes(); i++) {
      deleteOldest("forecast");
      deleteOldest("decision");
      deleteOldest("minute");
    }
  }

  private void deleteOldest(String table) throws SQLException {
    String age = table.equals("forecast") ? "issued" : table.equals("minute") ? "minute" : "at";
    run(
        "DELETE FROM %s WHERE rowid IN (SELECT rowid FROM %s ORDER BY %s LIMIT"
                .formatted(table, table, age)
            + " (SELECT count(*) / ? FROM "
            + table
            + "))",
        PRUNED_AT_ONCE);
  }

  /** Bytes of the pages that are in use; those that deletions left free are written again first. */
  long usedBytes() throws SQLException {
    return pragma("page_size") * (pragma("page_count") - pragma("freelist_count"));
  }

  private long pragma(String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA " + name)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the file of the past did not close", e);
    }
  }
}
