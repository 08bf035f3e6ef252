package dev.kickoff.model.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a group is in the midst of, beside its sizes.
 *
 * @param ownersTime what the fleet's owner said the time was when it answered; empty where it did
 *     not say
 * @param suspended names of the owner's processes that are suspended, as AWS spells them, such as
 *     {@code Launch} or {@code ScheduledActions}
 * @param refreshing whether its hosts are being replaced (an instance refresh is in progress)
 * @param warm hosts that wait, booted, in its warm pool; not negative
 * @param tags its tags whose keys begin with {@code kickoff}
 */
public record GroupCondition(
    Optional<Instant> ownersTime,
    SortedSet<String> suspended,
    boolean refreshing,
    int warm,
    Map<String, String> tags) {
  /** A group of which nothing special is known. */
  public static final GroupCondition PLAIN =
      new GroupCondition(Optional.empty(), new TreeSet<>(), false, 0, Map.of());

  public GroupCondition {
    if (warm < 0) {
      throw new IllegalArgumentException("a warm pool of " + warm + " hosts");
    }
    suspended = Collections.unmodifiableSortedSet(new TreeSet<>(suspended));
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
  }

  /**
   * By how much a clock of ours that read {@code ours} is ahead of the owner's; negative behind.
   */
  public Optional<Duration> skewOf(Instant ours) {
    return ownersTime.map(owners -> Duration.between(owners, ours));
  }
}
