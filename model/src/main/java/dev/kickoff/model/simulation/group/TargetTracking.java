package dev.kickoff.model.simulation.group;

import dev.kickoff.model.capacity.HostProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A group's own reactive policy: it keeps utilization near a target, one observed minute at a time.
 *
 * <p>The need of a minute is {@code ceil(demand / (rpmPerHost * target))} hosts. Scale out: when
 * the mean utilization of the minutes known in the last {@code alarm} is above the target, up to
 * the need of the last minute; hosts still booting count as already asked for. Scale in: when each
 * minute of the last {@code scaleIn} is known, needed fewer hosts than are desired and no launch is
 * pending, down to the largest need among them. Both stay within the group's floor and ceiling.
 *
 * <p>A minute that is never observed is a gap: it is not zero, and no window that holds one scales
 * in, as <a
 * href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html">AWS</a>
 * does with insufficient data.
 */
public final class TargetTracking {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final ReactiveSettings settings;
  private final HostProfile profile;
  private final HostProfile atTarget;
  private final List<ObservedMinute> minutes;

  /** A policy that has seen nothing yet. */
  public TargetTracking(ReactiveSettings settings, HostProfile profile) {
    this(settings, profile, List.of());
  }

  /** A policy that goes on from the minutes it had seen. */
  public TargetTracking(ReactiveSettings settings, HostProfile profile, List<ObservedMinute> seen) {
    this.settings = settings;
    this.profile = profile;
    this.atTarget = new HostProfile(profile.requestsPerMinute() * settings.target());
    this.minutes = new ArrayList<>(seen);
  }

  public ReactiveSettings settings() {
    return settings;
  }

  /** The minutes it remembers, oldest first; all the state it has. */
  public List<ObservedMinute> seen() {
    return List.copyOf(minutes);
  }

  /**
   * Takes in the demand of one minute and changes the group where that is due, at the end of the
   * minute or at the group's own time if that is later.
   *
   * @param minuteEnd end of the minute, exclusive; one not after the last seen is ignored
   * @param requestsPerMinute finite and not negative
   * @return the new desired capacity; empty when it stays
   */
  public OptionalInt observe(SimulatedGroup group, Instant minuteEnd, double requestsPerMinute) {
    if (!minutes.isEmpty() && !minuteEnd.isAfter(last().until())) {
      return OptionalInt.empty();
    }
    int serving = group.servingAt(minuteEnd.minus(MINUTE));
    minutes.add(new ObservedMinute(minuteEnd, requestsPerMinute, serving));
    group.advanceTo(minuteEnd);
    forget();
    int before = group.size().desired();
    int wanted = Math.max(group.size().min(), Math.min(group.size().max(), wanted(group)));
    if (wanted == before) {
      return OptionalInt.empty();
    }
    group.setDesired(group.now(), wanted);
    return OptionalInt.of(wanted);
  }

  private int wanted(SimulatedGroup group) {
    int desired = group.size().desired();
    int needNow = need(last());
    if (needNow > desired && alarmed()) {
      return needNow;
    }
    List<ObservedMinute> calm = within(settings.scaleIn());
    if (group.pending() > 0 || calm.size() < wholeMinutes(settings.scaleIn())) {
      return desired;
    }
    return Math.min(desired, calm.stream().mapToInt(this::need).max().orElse(desired));
  }

  private boolean alarmed() {
    return within(settings.alarm()).stream()
            .mapToDouble(minute -> minute.utilization(profile.requestsPerMinute()))
            .average()
            .orElse(0)
        > settings.target();
  }

  private int need(ObservedMinute minute) {
    return atTarget.hostsFor(minute.requestsPerMinute());
  }

  private List<ObservedMinute> within(Duration window) {
    Instant from = last().until().minus(MINUTE.multipliedBy(wholeMinutes(window)));
    int first = minutes.size();
    while (first > 0 && minutes.get(first - 1).until().isAfter(from)) {
      first--;
    }
    return minutes.subList(first, minutes.size());
  }

  private void forget() {
    Duration longest =
        settings.alarm().compareTo(settings.scaleIn()) > 0 ? settings.alarm() : settings.scaleIn();
    minutes.subList(0, minutes.size() - within(longest).size()).clear();
  }

  private ObservedMinute last() {
    return minutes.get(minutes.size() - 1);
  }

  private static long wholeMinutes(Duration time) {
    return (time.toSeconds() + 59) / 60;
  }
}
