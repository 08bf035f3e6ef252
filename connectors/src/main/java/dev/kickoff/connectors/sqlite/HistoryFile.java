package dev.kickoff.connectors.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file itself: SQLite in write-ahead mode, one writer and any number of readers.
 *
 * <p>A file that is damaged, or of another version of this class, is deleted and begun anew; {@link
 * #rebuilt} then says why. Nothing is lost by that: it holds a view of the topics.
 */
public final class HistoryFile {
  private static final Logger LOG = LoggerFactory.getLogger(HistoryFile.class);
  private static final int VERSION = 1;
  private static final String[] TABLES = {
    "CREATE TABLE position(topic TEXT PRIMARY KEY, next INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE forecast(service TEXT, kind TEXT, issued INTEGER, body BLOB NOT NULL,"
        + " PRIMARY KEY(service, kind, issued))",
    "CREATE INDEX forecast_age ON forecast(issued)",
    "CREATE TABLE minute(service TEXT, minute INTEGER, rpm REAL NOT NULL,"
        + " PRIMARY KEY(service, minute))",
    "CREATE INDEX minute_age ON minute(minute)",
    "CREATE TABLE decision(grp TEXT, sequence INTEGER, at INTEGER NOT NULL, nano INTEGER NOT NULL,"
        + " mode TEXT NOT NULL, action TEXT NOT NULL, before INTEGER, wanted INTEGER,"
        + " after INTEGER, guardrail TEXT, reason TEXT NOT NULL, body BLOB NOT NULL,"
        + " PRIMARY KEY(grp, sequence))",
    "CREATE INDEX decision_order ON decision(at DESC, grp)",
    "CREATE INDEX decision_of_group ON decision(grp, at DESC)",
    "PRAGMA user_version = " + VERSION
  };

  private final Path file;
  private final Optional<String> rebuilt;

  private HistoryFile(Path file, Optional<String> rebuilt) {
    this.file = file;
    this.rebuilt = rebuilt;
  }

  /**
   * Opens or begins the file.
   *
   * @throws IllegalStateException when the folder cannot be written to
   */
  public static HistoryFile open(Path file) {
    Optional<String> damage = Files.exists(file) ? damage(file) : Optional.empty();
    damage.ifPresent(
        why -> {
          LOG.warn("{} is begun anew and read again from the topics: {}", file, why);
          delete(file);
        });
    HistoryFile opened = new HistoryFile(file, damage);
    if (damage.isPresent() || !Files.exists(file)) {
      opened.begin();
    }
    return opened;
  }

  private static Optional<String> damage(Path file) {
    try (Connection connection = connect(file);
        Statement statement = connection.createStatement()) {
      String check = text(statement, "PRAGMA quick_check(1)");
      String version = text(statement, "PRAGMA user_version");
      if (!check.equals("ok")) {
        return Optional.of(check);
      }
      return version.equals(String.valueOf(VERSION))
          ? Optional.empty()
          : Optional.of("it is of version " + version + ", not " + VERSION);
    } catch (SQLException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  private void begin() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute(table);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "cannot keep the past in " + file + "; is the folder there and writable?", e);
    }
  }

  private static void delete(Path file) {
    try {
      for (String part : new String[] {"", "-wal", "-shm"}) {
        Files.deleteIfExists(Path.of(file + part));
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot delete " + file + "; delete it by hand", e);
    }
  }

  /** Deletes everything in it, because it is of other topics. */
  public void clear(String why) {
    LOG.warn("{} is begun anew and read again from the topics: {}", file, why);
    delete(file);
    begin();
  }

  Connection connect() throws SQLException {
    return connect(file);
  }

  private static Connection connect(Path file) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = NORMAL");
      statement.execute("PRAGMA busy_timeout = 5000");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  Path path() {
    return file;
  }

  /** Why what was there had to be deleted; empty when it was in order. */
  public Optional<String> rebuilt() {
    return rebuilt;
  }
}
