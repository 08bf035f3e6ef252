package dev.kickoff.jobs.api.audit;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.MalformedRecordException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest {@value #KEPT} entries of the audit, of all writers; older ones stay in the topic. */
final class AuditView {
  static final int KEPT = 20_000;
  private static final Logger LOG = LoggerFactory.getLogger(AuditView.class);

  private final TreeMap<Long, Seen> byOffset = new TreeMap<>();

  /**
   * An entry with its place in the topic.
   *
   * @param offset the cursor of a page
   * @param hash its own, as it stands beside it
   */
  record Seen(long offset, String hash, AuditEntry entry) {}

  void accept(ConsumerRecord<byte[], byte[]> record) {
    try {
      AuditEntry entry = Json.decode(record.value(), AuditEntry.class);
      String hash = AuditChain.stated(record.headers()).orElse("");
      synchronized (this) {
        byOffset.put(record.offset(), new Seen(record.offset(), hash, entry));
        if (byOffset.size() > KEPT) {
          byOffset.pollFirstEntry();
        }
      }
    } catch (MalformedRecordException e) {
      LOG.warn("{}@{} is not shown: {}", record.topic(), record.offset(), e.getMessage());
    }
  }

  /** The hash of the newest entry; empty without one. */
  synchronized String newest() {
    return Optional.ofNullable(byOffset.lastEntry())
        .map(Map.Entry::getValue)
        .map(Seen::hash)
        .orElse("");
  }

  /** The newest entries before an offset, newest first. */
  synchronized List<Seen> page(long before, int limit, Predicate<AuditEntry> wanted) {
    List<Seen> found = new ArrayList<>();
    for (Seen seen : byOffset.headMap(before, false).descendingMap().values()) {
      if (found.size() < limit && wanted.test(seen.entry())) {
        found.add(seen);
      }
    }
    return found;
  }
}
