package dev.kickoff.jobs.proof.story;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventVersion;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.ReleaseMode;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.simulation.SeededNoise;
import dev.kickoff.model.simulation.group.GroupShape;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a seed tells, before anything goes wrong: a group, its service, eight hours and one event.
 *
 * @param settings the group, as configured
 * @param shape what the group is made of; its boot lies within the configured lead time
 * @param size its sizes at the start
 * @param event the event as first planned
 * @param ordinary demand of an ordinary minute, in requests per minute
 * @param lift the event's size; demand at its peak is about 1 + 6 * lift times the ordinary
 * @param supervision what waits for a person, and how that person answers
 */
public record Story(
    long seed,
    GroupSettings settings,
    GroupShape shape,
    GroupSize size,
    Event event,
    double ordinary,
    double lift,
    Supervision supervision) {
  /** How long a run lasts, in seconds. */
  public static final int SECONDS = 8 * 3_600;

  /** The policy that a group in the release mode FLOOR has of its own. */
  public static final ReactiveSettings REACTIVE =
      new ReactiveSettings(0.7, Duration.ofMinutes(5), Duration.ofMinutes(15));

  private static final Service SERVICE = new Service("web");
  private static final Duration LENGTH = Duration.ofMinutes(115);
  private static final double ALONE = 0.15;
  private static final int EARLIEST = 9_000;
  private static final int QUARTERS = 7;

  /** The story of a seed. */
  public static Story of(long seed) {
    SeededNoise noise = new SeededNoise(seed, 1);
    HostProfile profile = new HostProfile(Math.rint(500 + 1_500 * noise.uniform(0)));
    double hosts = 3 + 40 * noise.uniform(1) * noise.uniform(2);
    double ordinary = hosts * profile.requestsPerMinute() * 0.7;
    double lift = 0.3 + 0.9 * noise.uniform(3);
    int most = (int) Math.ceil(hosts * (1 + 6 * lift) * (0.6 + 1.4 * noise.uniform(4)));
    int min = 1 + (int) (3 * noise.uniform(5));
    int max = Math.max(20, most);
    int groupMax = noise.uniform(6) < 0.3 ? (int) (0.8 * max) : max;
    Duration p50 = Duration.ofMinutes(1 + (int) (12 * noise.uniform(7)));
    Duration p95 = p50.plusMinutes((int) (5 * noise.uniform(8)));
    boolean alone = noise.uniform(9) < ALONE;
    int initial = Math.max(min, (int) Math.ceil(hosts));
    Supervision supervision = Supervision.of(seed, hosts, ordinary, lift);
    GroupSettings settings =
        new GroupSettings(
            "web-asg",
            SERVICE,
            profile,
            new LeadTime(p50, p95),
            new GroupSize(min, max, initial),
            supervision.mode(),
            alone ? ReleaseMode.DESIRED : ReleaseMode.FLOOR,
            supervision.limits());
    Duration boot = noise.uniform(10) < 0.5 ? p50 : p95;
    return new Story(
        seed,
        settings,
        new GroupShape("web-asg", boot, List.of("a", "b", "c")),
        new GroupSize(min, groupMax, Math.min(groupMax, initial)),
        event(EARLIEST + 900 * (int) (QUARTERS * noise.uniform(11))),
        ordinary,
        lift,
        supervision);
  }

  private static Event event(int kickOff) {
    return new Event(
        "final",
        "Reds v Blues",
        "football_match",
        VirtualTime.instantOf(kickOff),
        VirtualTime.instantOf(kickOff).plus(LENGTH),
        Map.of("stage", "final"),
        EventVersion.FIRST.withRevision(1));
  }

  /** Second of the kick-off, as first planned. */
  public int kickOff() {
    return (int) VirtualTime.secondOf(event.start());
  }

  /** Whether Kickoff alone sets the group's desired capacity. */
  public boolean isAlone() {
    return settings.release() == ReleaseMode.DESIRED;
  }
}
