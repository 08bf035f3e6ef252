package dev.kickoff.jobs.collect;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.TopicEnd;
import dev.kickoff.connectors.kafka.TopicWriter;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.model.demand.DemandSample;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Where the collector's samples go, and where it finds how far its sources came. */
interface SampleTopic {
  /** How many of the newest records of each partition are looked through. */
  long LOOK_BACK = 100_000;

  /**
   * Writes samples and waits until they stand.
   *
   * @throws IllegalStateException when they do not
   */
  void write(Collection<DemandSample> samples);

  /** Says that all that ended at or before {@code through} has been written. */
  void heartbeat(Instant through);

  /** The end of the newest sample by its source; sources without one are absent. */
  Map<String, Instant> reached();

  /** The topic of a broker. */
  static SampleTopic of(String bootstrap, TopicWriter writer) {
    return new SampleTopic() {
      @Override
      public void write(Collection<DemandSample> samples) {
        samples.forEach(writer::send);
        writer.flush();
      }

      @Override
      public void heartbeat(Instant through) {
        writer.heartbeat("collect", through);
      }

      @Override
      public Map<String, Instant> reached() {
        Map<String, Instant> reached = new TreeMap<>();
        TopicEnd.read(
            bootstrap,
            Topics.DEMAND_SAMPLE,
            LOOK_BACK,
            record ->
                Json.decodeIfWellFormed(record.value(), DemandSample.class)
                    .ifPresent(
                        sample ->
                            reached.merge(
                                sample.source(), sample.until(), (a, b) -> a.isAfter(b) ? a : b)));
        return reached;
      }
    };
  }
}
