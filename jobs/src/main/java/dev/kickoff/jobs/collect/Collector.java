package dev.kickoff.jobs.collect;

import dev.kickoff.model.demand.DemandSample;
import dev.kickoff.model.demand.source.MetricSourceException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int MOST_THREADS = 32;

  /** Of samples that end together signals come first, so that they ride with the demand. */
  private static final Comparator<DemandSample> BY_END =
      Comparator.comparing(DemandSample::until)
          .thenComparing(sample -> sample.name().equals(DemandSample.REQUESTS));

  private final List<MetricPoll> polls;
  private final Optional<CalendarPoll> calendars;
  private final SampleTopic topic;
  private final InstantSource clock;
  private final Instant startedAt;
  private final ScheduledExecutorService threads;
  private Instant told = Instant.MIN;
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
    boolean filled = fill();
    heartbeat();
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
            heartbeat();
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

  /** Fills what every source misses, a day of all of them at a time; false when any failed. */
  private boolean fill() {
    Instant now = clock.instant();
    List<MetricPoll> left = new ArrayList<>(polls);
    Map<MetricPoll, Instant> missing = new HashMap<>();
    polls.forEach(poll -> missing.put(poll, poll.missingFrom(now)));
    Instant first = missing.values().stream().min(Instant::compareTo).orElse(now);
    Instant from = first.truncatedTo(ChronoUnit.DAYS); // no step lies over the end of a day
    for (Instant day = from; day.isBefore(now); day = day.plus(DAY)) {
      Map<MetricPoll, List<DemandSample>> read = new HashMap<>();
      for (MetricPoll poll : List.copyOf(left)) {
        Instant start = later(day, missing.getOrDefault(poll, now));
        Instant until = earlier(day.plus(DAY), poll.complete(now));
        if (start.isBefore(until)) {
          Optional<List<DemandSample>> samples = read(poll, start, until);
          samples.ifPresent(s -> read.put(poll, s));
          if (samples.isEmpty()) {
            left.remove(poll);
          }
        }
      }
      List<DemandSample> inOrder = new ArrayList<>();
      read.values().forEach(inOrder::addAll);
      inOrder.sort(BY_END);
      topic.write(inOrder);
      Instant end = day.plus(DAY);
      read.forEach((poll, s) -> poll.wrote(s, earlier(end, poll.complete(now)), now));
    }
    return left.size() == polls.size();
  }

  private boolean poll(MetricPoll poll) {
    Instant now = clock.instant();
    Instant from = poll.missingFrom(now);
    Instant until = poll.complete(now);
    if (!from.isBefore(until)) {
      return true;
    }
    Optional<List<DemandSample>> samples = read(poll, from, until);
    samples.ifPresent(
        read -> {
          topic.write(read);
          poll.wrote(read, until, now);
        });
    return samples.isPresent();
  }

  private static Optional<List<DemandSample>> read(MetricPoll poll, Instant from, Instant until) {
    try {
      return Optional.of(poll.read(from, until));
    } catch (MetricSourceException e) {
      poll.fails();
      LOG.warn("{}: {}", poll.name(), e.getMessage());
      return Optional.empty();
    }
  }

  /** Says how far all have come that have answered lately; who is silent holds nobody back. */
  private synchronized void heartbeat() {
    Instant now = clock.instant();
    List<MetricPoll> counted =
        polls.stream()
            .filter(poll -> later(poll.heardAt(), startedAt).plus(patience(poll)).isAfter(now))
            .toList();
    if (counted.isEmpty() || counted.stream().anyMatch(poll -> poll.reached().isEmpty())) {
      return;
    }
    Instant through =
        counted.stream()
            .map(poll -> poll.reached().orElseThrow())
            .min(Instant::compareTo)
            .orElseThrow()
            .truncatedTo(ChronoUnit.MINUTES);
    if (through.isAfter(told)) {
      topic.heartbeat(through);
      told = through;
    }
  }

  private static Duration patience(MetricPoll poll) {
    Duration twice = poll.every().multipliedBy(2);
    return twice.compareTo(PATIENCE) > 0 ? twice : PATIENCE;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
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
