package dev.kickoff.jobs.api.view.order;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** How far each topic has reached the views, for those who wait for what they wrote. */
public final class Arrivals {
  private final Map<TopicPartition, Long> reached = new HashMap<>();

  /** Notes that the views show everything up to and including an offset. */
  public synchronized void note(String topic, int partition, long offset) {
    reached.merge(new TopicPartition(topic, partition), offset, Math::max);
    notifyAll();
  }

  /**
   * Waits until the views show a record.
   *
   * @param timeout of wall time
   * @return false when the time ran out first
   */
  public synchronized boolean await(TopicPartition where, long offset, Duration timeout)
      throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    while (reached.getOrDefault(where, -1L) < offset) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
