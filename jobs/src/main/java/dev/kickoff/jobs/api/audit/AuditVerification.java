package dev.kickoff.jobs.api.audit;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.MalformedRecordException;
import dev.kickoff.connectors.kafka.TopicTail;
import dev.kickoff.connectors.kafka.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The check of the audit's chains: names every entry that was changed, is missing or is out of
 * order.
 *
 * <p>What a chain cannot tell is that its newest entries were cut off; the first entry of the next
 * writer, which names the newest that it saw, tells it then.
 */
public final class AuditVerification {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Younger entries than this cannot have gone by the topic's retention. */
  private static final Duration RETENTION = Duration.ofDays(1097);

  private final Instant now;
  private final Map<String, Link> chains = new HashMap<>();
  private final Set<String> hashes = new HashSet<>();
  private final List<String> problems = new ArrayList<>();
  private long entries;

  private record Link(long sequence, String hash) {}

  /**
   * What was found.
   *
   * @param entries how many were read
   * @param problems each names its entry; empty when all is as it was written
   */
  public record Outcome(long entries, List<String> problems) {}

  AuditVerification(Instant now) {
    this.now = now;
  }

  /** Reads the whole topic of a broker. */
  public static Outcome of(String bootstrap, Instant now) {
    AuditVerification verification = new AuditVerification(now);
    try (TopicTail tail =
        TopicTail.start(
            bootstrap, TopicTail.Reading.committed(Topics.AUDIT_ENTRY), verification::accept)) {
      if (!tail.awaitCaughtUp(PATIENCE)) {
        throw new IllegalStateException("the audit was not read within " + PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading the audit", e);
    }
    return verification.outcome();
  }

  Outcome outcome() {
    return new Outcome(entries, List.copyOf(problems));
  }

  void accept(ConsumerRecord<byte[], byte[]> record) {
    entries++;
    String place = record.topic() + "@" + record.offset();
    String hash = AuditChain.hash(record.value());
    if (!AuditChain.stated(record.headers()).filter(hash::equals).isPresent()) {
      problems.add(place + " was changed: its hash is not the one that stands beside it");
    }
    try {
      check(Json.decode(record.value(), AuditEntry.class), hash, place);
    } catch (MalformedRecordException e) {
      problems.add(place + " was changed: it is no entry (" + e.getMessage() + ")");
    }
    hashes.add(hash);
  }

  private void check(AuditEntry entry, String hash, String place) {
    Link last = chains.get(entry.writer());
    String name = place + " (entry " + entry.sequence() + " of " + entry.writer() + ")";
    if (last == null) {
      first(entry, name);
    } else if (entry.sequence() <= last.sequence()) {
      problems.add(name + " is out of order: it stands after entry " + last.sequence());
    } else if (entry.sequence() > last.sequence() + 1) {
      problems.add(missing(last.sequence() + 1, entry.sequence() - 1, entry.writer(), place));
    } else if (!entry.previous().equals(last.hash())) {
      problems.add(name + " does not follow the entry before it: one of both was changed");
    }
    if (last == null || entry.sequence() > last.sequence()) {
      chains.put(entry.writer(), new Link(entry.sequence(), hash));
    }
  }

  private void first(AuditEntry entry, String name) {
    if (entry.act().wallTime().isBefore(now.minus(RETENTION))) {
      return; // what stood before it has gone by the topic's retention
    }
    if (entry.sequence() > 1) {
      problems.add(missing(1, entry.sequence() - 1, entry.writer(), name));
    } else if (!entry.previous().isEmpty() && !hashes.contains(entry.previous())) {
      problems.add(
          "before "
              + name
              + " an entry is missing or was changed: the one with hash "
              + entry.previous());
    }
  }

  private static String missing(long from, long to, String writer, String place) {
    String which = from == to ? "entry " + from + " is" : "entries " + from + " to " + to + " are";
    return which + " missing of " + writer + ", before " + place;
  }
}
