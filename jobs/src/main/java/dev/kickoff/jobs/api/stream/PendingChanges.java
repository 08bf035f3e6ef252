package dev.kickoff.jobs.api.stream;

import dev.kickoff.jobs.api.view.ViewChange;
import dev.kickoff.jobs.api.view.ViewTopic;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes that wait for the next tick; of several with one key the last counts. Thread-safe. */
final class PendingChanges {
  private static final int MOST = 500;

  private final Map<ViewTopic, Map<String, ViewChange>> pending = new EnumMap<>(ViewTopic.class);
  private boolean overflowed;

  /**
   * What came since the last tick.
   *
   * @param overflowed whether more came than fits, so that some is missing
   */
  record Taken(Map<ViewTopic, Collection<ViewChange>> changes, boolean overflowed) {}

  synchronized void add(ViewChange change) {
    Map<String, ViewChange> changes =
        pending.computeIfAbsent(change.topic(), topic -> new LinkedHashMap<>());
    changes.remove(change.key());
    changes.put(change.key(), change);
    if (changes.size() > MOST) {
      pending.clear();
      overflowed = true;
    }
  }

  synchronized Taken take() {
    Map<ViewTopic, Collection<ViewChange>> taken = new EnumMap<>(ViewTopic.class);
    pending.forEach((topic, changes) -> taken.put(topic, List.copyOf(changes.values())));
    Taken all = new Taken(taken, overflowed);
    pending.clear();
    overflowed = false;
    return all;
  }
}
