package dev.kickoff.jobs.collect;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * Says in the topic how far all sources have come that have answered lately.
 *
 * <p>One that has been silent for five minutes, or for two of its polls, holds nobody back.
 */
final class Heartbeats {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final List<MetricPoll> polls;
  private final SampleTopic topic;
  private final Instant startedAt;
  private Instant told = Instant.MIN;

  Heartbeats(List<MetricPoll> polls, SampleTopic topic, Instant startedAt) {
    this.polls = polls;
    this.topic = topic;
    this.startedAt = startedAt;
  }

  /** Says it, where they have come further since it was said last. */
  synchronized void tell(Instant now) {
    List<MetricPoll> counted = polls.stream().filter(poll -> counts(poll, now)).toList();
    if (counted.isEmpty() || counted.stream().anyMatch(poll -> poll.reached().isEmpty())) {
      return;
    }
    Instant through =
        counted.stream()
            .flatMap(poll -> poll.reached().stream())
            .min(Comparator.naturalOrder())
            .orElse(told)
            .truncatedTo(ChronoUnit.MINUTES);
    if (through.isAfter(told)) {
      topic.heartbeat(through);
      told = through;
    }
  }

  private boolean counts(MetricPoll poll, Instant now) {
    Duration twice = poll.every().multipliedBy(2);
    Duration patience = twice.compareTo(PATIENCE) > 0 ? twice : PATIENCE;
    Instant heard = poll.heardAt().isAfter(startedAt) ? poll.heardAt() : startedAt;
    return heard.plus(patience).isAfter(now);
  }
}
