package dev.kickoff.model.control.standby;

import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.ScheduledSize;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must be put into a fleet's schedule, and what may be deleted from it after that.
 *
 * <p>New before old, so that the capacity is never without a schedule. One of ours that starts at
 * the same instant is replaced under its name, since two may not start together; where somebody
 * else's starts then, ours moves a minute: raises earlier, releases later. Where the owner has no
 * room for all, the raises that come first are put first.
 *
 * @param put in order; may be empty
 * @param delete names of ours that nothing needs any more; may be empty
 */
public record StandbyChange(List<ScheduledSize> put, Set<String> delete) {
  /** How the names of our scheduled actions begin. */
  public static final String OURS = "kickoff.";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

  public StandbyChange {
    put = List.copyOf(put);
    delete = Set.copyOf(delete);
  }

  /**
   * The change from what stands to a target.
   *
   * @param stands all that stands in the group's schedule, ours and others'
   * @param generation of the plan behind the target; part of the names
   */
  public static StandbyChange between(
      List<ScheduledSize> stands, List<Map.Entry<Instant, Integer>> target, long generation) {
    Map<Instant, ScheduledSize> ours = new HashMap<>();
    Set<Instant> others = new TreeSet<>();
    for (ScheduledSize size : stands) {
      if (isOurs(size)) {
        ours.put(size.startAt(), size);
      } else {
        others.add(size.startAt());
      }
    }
    int room = FleetSchedule.MOST - stands.size();
    List<ScheduledSize> put = new ArrayList<>();
    Set<String> kept = new TreeSet<>();
    int before = 0;
    for (Map.Entry<Instant, Integer> step : target) {
      Instant at = free(step.getKey(), step.getValue() > before, others);
      before = step.getValue();
      ScheduledSize there = ours.get(at);
      String name = there == null ? nameOf(at, put.size(), generation) : there.name();
      ScheduledSize wanted = ScheduledSize.floor(name, at, step.getValue());
      boolean fits = there != null || room > 0;
      if (fits && !wanted.equals(there)) {
        put.add(wanted);
        room -= there == null ? 1 : 0;
      }
      kept.add(name);
    }
    Set<String> delete = new TreeSet<>();
    ours.values().stream()
        .map(ScheduledSize::name)
        .filter(name -> !kept.contains(name))
        .forEach(delete::add);
    return new StandbyChange(put, delete);
  }

  /** Whether a scheduled action is ours, by its name. */
  public static boolean isOurs(ScheduledSize size) {
    return size.name().startsWith(OURS);
  }

  private static Instant free(Instant at, boolean raise, Set<Instant> others) {
    Instant moved = at;
    while (others.contains(moved)) {
      moved = raise ? moved.minusSeconds(60) : moved.plusSeconds(60);
    }
    return moved;
  }

  private static String nameOf(Instant at, int sequence, long generation) {
    return OURS + STAMP.format(at) + "." + sequence + ".g" + generation;
  }
}
