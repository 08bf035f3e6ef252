package dev.kickoff.jobs.collect;

import dev.kickoff.connectors.kafka.TopicWriter;
import dev.kickoff.jobs.config.collect.CollectSettings;
import dev.kickoff.jobs.config.collect.CollectSettings.Metric;
import dev.kickoff.jobs.local.CalendarPublisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/**
 * One run of the collector, wired by hand.
 *
 * <p>Starting throws {@link dev.kickoff.model.demand.source.MetricSourceException} where a source
 * cannot even be asked, and IllegalStateException where the broker cannot be reached.
 */
public final class CollectRun implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Collector collector;

  private CollectRun(CollectSettings settings, InstantSource clock) {
    OutsideSources sources = opened(new OutsideSources(clock));
    TopicWriter writer = opened(new TopicWriter(settings.bootstrap()));
    SampleTopic topic = SampleTopic.of(settings.bootstrap(), writer);
    Map<String, Instant> reached = topic.reached();
    List<MetricPoll> polls = new ArrayList<>();
    for (Metric metric : settings.metrics()) {
      Optional<Instant> written = Optional.ofNullable(reached.get(metric.name()));
      polls.add(new MetricPoll(metric, sources.of(metric), written));
    }
    Optional<CalendarPoll> calendars =
        settings.calendars().isEmpty()
            ? Optional.empty()
            : Optional.of(calendars(settings, writer));
    settings
        .gauges()
        .ifPresent(
            address -> {
              try {
                opened(new CollectorGauges(address, polls, clock));
              } catch (IOException e) {
                throw new IllegalStateException(
                    "gauges cannot be served at " + address + ": " + e.getMessage(), e);
              }
            });
    collector = opened(new Collector(polls, calendars, topic, clock));
  }

  /**
   * A run that has polled nothing yet.
   *
   * @throws IllegalStateException when the broker cannot be reached, or the gauges not be served
   */
  public static CollectRun of(CollectSettings settings, InstantSource clock) {
    try {
      return new CollectRun(settings, clock);
    } catch (KafkaException e) {
      throw new IllegalStateException(
          "the broker at " + settings.bootstrap() + " cannot be used: " + e.getMessage(), e);
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  private static CalendarPoll calendars(CollectSettings settings, TopicWriter writer) {
    CalendarPublisher publisher = new CalendarPublisher(settings.bootstrap(), writer);
    try {
      Path folder = Files.createTempDirectory("kickoff-collect");
      return new CalendarPoll(
          settings,
          folder,
          (reading, now) -> {
            publisher.offer(reading);
            publisher.publish(now);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fills what is missing and reads every source once; false when any of them failed. */
  public boolean once() {
    return collector.once();
  }

  /** Goes on polling, in threads of its own, until it is closed. */
  public void start() {
    collector.start();
  }

  /** Why it can go on no longer; empty while it can. */
  public Optional<String> problem() {
    return collector.problem();
  }

  @Override
  public synchronized void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("the collector did not stop cleanly: " + e, e);
      }
    }
  }
}
