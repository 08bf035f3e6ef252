package dev.kickoff.jobs.local;

import dev.kickoff.connectors.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that reads calendar files again when they have changed.
 *
 * <p>A file counts as changed once its length and time of change were the same twice in a row, so
 * that one that is still being written is left alone, and only if its bytes differ. One that cannot
 * be read changes nothing and is a problem until it can.
 */
public final class CalendarWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CalendarWatch.class);
  private static final long PAUSE_MILLIS = 250;

  private final CalendarFeed feed;
  private final Consumer<CalendarReading> taker;
  private final Thread thread = new Thread(this::run, "calendar-watch");
  private final Object pause = new Object();
  private List<String> seen = List.of();
  private List<String> handled = List.of();
  private String digest = "";
  private volatile Optional<String> problem = Optional.empty();
  private volatile boolean stopping;

  /**
   * @param taker is given every reading of files that differ from those of the reading before
   */
  public CalendarWatch(CalendarFeed feed, Consumer<CalendarReading> taker) {
    this.feed = feed;
    this.taker = taker;
    thread.setDaemon(true);
  }

  /** Begins to watch; without files nothing is done. */
  public void start() {
    if (!feed.files().isEmpty()) {
      thread.start();
    }
  }

  /** Why the files cannot be read; empty while they can. */
  public Optional<String> problem() {
    return problem;
  }

  private void run() {
    try {
      while (!stopping) {
        look();
        synchronized (pause) {
          if (!stopping) {
            pause.wait(PAUSE_MILLIS);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks once; a change is read at the second look that finds it the same. */
  void look() {
    List<String> stamps = feed.files().stream().map(CalendarWatch::stamp).toList();
    boolean settled = stamps.equals(seen);
    seen = stamps;
    if (!settled || stamps.equals(handled)) {
      return;
    }
    handled = stamps;
    try {
      String now = digest(feed.files());
      if (!now.equals(digest)) {
        taker.accept(feed.reader().get());
        digest = now;
      }
      problem = Optional.empty();
    } catch (InputException | IOException e) {
      report(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      report(e.toString());
    }
  }

  private void report(String why) {
    problem =
        Optional.of("the calendar files cannot be read, the events stay as they were: " + why);
    LOG.error("{}", problem.get());
  }

  private static String stamp(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis() + "/" + Files.size(file);
    } catch (IOException e) {
      return "not there";
    }
  }

  private static String digest(List<Path> files) throws IOException {
    List<String> digests = new ArrayList<>();
    for (Path file : files) {
      try {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        digests.add(HexFormat.of().formatHex(sha.digest(Files.readAllBytes(file))));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java runtime has SHA-256", e);
      }
    }
    return String.join(",", digests);
  }

  @Override
  public void close() {
    stopping = true;
    synchronized (pause) {
      pause.notifyAll();
    }
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
