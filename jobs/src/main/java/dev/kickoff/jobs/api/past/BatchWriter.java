package dev.kickoff.jobs.api.past;

import dev.kickoff.connectors.sqlite.HistoryWriter;
import dev.kickoff.connectors.sqlite.KeptRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that writes what comes in batches; whoever brings more than it can write waits.
 *
 * <p>When writing fails it stops for good and says so; what comes then is not kept.
 */
final class BatchWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);
  private static final int MOST = 500;
  private static final long WAIT_MILLIS = 200;

  private record Item(
      String partition, long next, Optional<KeptRecord> record, Optional<CountDownLatch> mark) {}

  private final HistoryWriter file;
  private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(4 * MOST);
  private final Thread thread = new Thread(this::run, "past-writer");
  private volatile Optional<String> problem = Optional.empty();
  private volatile boolean stopping;

  BatchWriter(HistoryWriter file) {
    this.file = file;
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes what stood in a partition before {@code next}. */
  void take(String partition, long next, Optional<KeptRecord> record) {
    put(new Item(partition, next, record, Optional.empty()));
  }

  private void put(Item item) {
    try {
      while (problem.isEmpty() && !queue.offer(item, WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        // The writer is behind: wait for it, unless it has ended.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until all that was taken so far is written; false when the time runs out. */
  boolean flush(Duration timeout) throws InterruptedException {
    CountDownLatch mark = new CountDownLatch(1);
    put(new Item("", 0, Optional.empty(), Optional.of(mark)));
    return mark.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void run() {
    try {
      while (!stopping || !queue.isEmpty()) {
        Item first = queue.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          List<Item> batch = new ArrayList<>(List.of(first));
          queue.drainTo(batch, MOST - 1);
          write(batch);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("The past is no longer kept", e);
      problem = Optional.of(String.valueOf(e.getMessage()));
    } finally {
      file.close();
    }
  }

  private void write(List<Item> batch) {
    List<KeptRecord> records = new ArrayList<>();
    Map<String, Long> positions = new HashMap<>();
    for (Item item : batch) {
      item.record().ifPresent(records::add);
      if (item.mark().isEmpty()) {
        positions.put(item.partition(), item.next());
      }
    }
    file.write(records, positions);
    batch.forEach(item -> item.mark().ifPresent(CountDownLatch::countDown));
  }

  Optional<String> problem() {
    return problem;
  }

  @Override
  public void close() {
    stopping = true;
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
