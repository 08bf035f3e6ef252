package dev.kickoff.jobs.control.preview;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.TopicEnd;
import dev.kickoff.connectors.kafka.TopicTail;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.model.control.Decision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps a {@link PreviewDesk} current with what the controllers decide. */
public final class PreviewFeed implements AutoCloseable {
  private static final long REMEMBERED = 10_000;

  private final TopicTail tail;

  private PreviewFeed(TopicTail tail) {
    this.tail = tail;
  }

  /** Starts to read the decisions, as far back as any of them is remembered. */
  public static PreviewFeed start(String bootstrap, PreviewDesk desk) {
    return new PreviewFeed(
        TopicTail.start(
            bootstrap,
            new TopicTail.Reading(
                List.of(Topics.DECISION_ENTRY),
                TopicTail.Isolation.READ_COMMITTED,
                TopicEnd.offsets(bootstrap, Topics.DECISION_ENTRY, REMEMBERED)),
            record ->
                Json.decodeIfWellFormed(record.value(), Decision.class).ifPresent(desk::accept)));
  }

  /** Waits until the desk knows what stood in the topic at the start. */
  public boolean awaitCaughtUp(Duration timeout) throws InterruptedException {
    return tail.awaitCaughtUp(timeout);
  }

  /** Why the desk is no longer current; empty while it is. */
  public Optional<String> problem() {
    return tail.failure().map(e -> "decisions are no longer read: " + e);
  }

  @Override
  public void close() {
    tail.close();
  }
}
