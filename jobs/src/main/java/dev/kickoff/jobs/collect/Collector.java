package dev.kickoff.jobs.collect;

import dev.kickoff.model.demand.DemandSample;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls every source on its own, and writes what it says.
 *
 * <p>A source that fails is asked again later and later, and stops no other. What all of them miss
 * is filled day by day, in the order of time, before anything is polled, because the job takes no
 * sample that is hours behind the newest. Only a topic that cannot be written to ends it.
 */
final class Collector implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Collector.class);
  private static final int MOST_THREADS = 32;

  private final List<MetricPoll> polls;
  private final Optional<CalendarPoll> calendars;
  private final SampleTopic topic;
  private final InstantSource clock;
  private final Instant startedAt;
  private final ScheduledExecutorService threads;
  private final Heartbeats heartbeats;
  private volatile Optional<String> problem = Optional.empty();

  Collector(
      List<MetricPoll> polls,
      Optional<CalendarPoll> calendars,
      SampleTopic topic,
      InstantSource clock) {
    this.polls = List.copyOf(polls);
    this.calendars = calendars;
    this.topic = topic;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.heartbeats = new Heartbeats(this.polls, topic, startedAt);
    int size = Math.min(MOST_THREADS, polls.size() + 2);
    this.threads =
        Executors.newScheduledThreadPool(
            size,
            task -> {
              Thread thread = new Thread(task, "collect");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Why it can go on no longer; empty while it can. */
  Optional<String> problem() {
    return problem;
  }

  /** Fills what is missing, and reads the calendars once; false when any source failed. */
  boolean once() {
    boolean calendarsRead = calendars.map(c -> c.poll(clock.instant())).orElse(true);
    boolean filled = GapFill.fill(polls, topic, clock.instant());
    heartbeats.tell(clock.instant());
    return calendarsRead && filled;
  }

  /** Does all of {@link #once} and then polls each source in its own time, until it is closed. */
  void start() {
    once();
    long seed = startedAt.toEpochMilli();
    for (MetricPoll poll : polls) {
      Backoff backoff = new Backoff(poll.every(), new Random(seed++));
      again(() -> poll(poll), backoff, poll.every());
    }
    if (calendars.isPresent()) {
      CalendarPoll all = calendars.get();
      Backoff backoff = new Backoff(all.every(), new Random(seed));
      again(() -> all.poll(clock.instant()), backoff, all.every());
    }
  }

  private void again(BooleanSupplier poll, Backoff backoff, Duration pause) {
    if (threads.isShutdown()) {
      return;
    }
    threads.schedule(
        () -> {
          Duration next;
          try {
            next = poll.getAsBoolean() ? backoff.afterSuccess() : backoff.afterFailure();
            heartbeats.tell(clock.instant());
          } catch (RuntimeException e) {
            fatal(e);
            return;
          }
          again(poll, backoff, next);
        },
        pause.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private void fatal(RuntimeException e) {
    LOG.error("the collector stops", e);
    problem = Optional.of(String.valueOf(e.getMessage()));
  }

  private boolean poll(MetricPoll poll) {
    Instant now = clock.instant();
    Instant from = poll.missingFrom(now);
    Instant until = poll.complete(now);
    if (!from.isBefore(until)) {
      return true;
    }
    Optional<List<DemandSample>> samples = poll.tryRead(from, until);
    samples.ifPresent(
        read -> {
          topic.write(read);
          poll.wrote(read, until, now);
        });
    return samples.isPresent();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      threads.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
