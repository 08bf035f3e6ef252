package dev.kickoff.jobs.api.whatif;

import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import dev.kickoff.model.simulation.hindsight.Hindsight;
import dev.kickoff.model.simulation.hindsight.Hindsight.Tally;
import dev.kickoff.model.simulation.hindsight.LivedMinute;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a group did over a span, beside how it would have done.
 *
 * @param until end of the last minute, exclusive
 * @param acting whether decisions reached the group
 * @param asItWas measured
 * @param otherwise with Kickoff acting where it only forecasts; under the group's own policy alone
 *     where it acts; empty where that cannot be told
 * @param sentence the difference, for an operator
 * @param assumed what the figures rest on
 */
public record GroupScore(
    String group,
    Instant from,
    Instant until,
    boolean acting,
    Side asItWas,
    Optional<Side> otherwise,
    String sentence,
    List<String> assumed) {

  /**
   * A group's own policy.
   *
   * @param zones of the simulated group it is played on
   */
  public record OwnPolicy(ReactiveSettings settings, List<String> zones) {}

  /**
   * One way.
   *
   * @param minutes with demand
   * @param underMinutes of them with fewer hosts in service than demand needed
   * @param breaches stretches of such minutes
   * @param unmetShare of demand above what the hosts in service carry, 0..1
   * @param hostHours asked for or in service
   * @param dollars that they cost; empty where a host's price is not known
   */
  public record Side(
      long minutes,
      long underMinutes,
      int breaches,
      double unmetShare,
      double hostHours,
      Optional<Double> dollars) {
    static Side of(Tally tally, GroupSettings group) {
      return new Side(
          tally.score().minutes(),
          tally.score().underMinutes(),
          tally.breaches(),
          tally.score().unmetShare(),
          tally.score().hostHours(),
          Optional.of(tally.score().cost()).filter(c -> group.limits().hostHour() > 0));
    }
  }

  static GroupScore of(Hindsight hindsight, Optional<OwnPolicy> own) {
    GroupSettings group = hindsight.group();
    List<LivedMinute> minutes = hindsight.minutes();
    boolean acting = group.mode().acts();
    Duration lead = group.leadTime().p95();
    Side was = Side.of(hindsight.asItWas(), group);
    Optional<Side> otherwise =
        acting
            ? own.map(o -> hindsight.underTracking(o.settings(), o.zones()))
                .map(tally -> Side.of(tally, group))
            : Optional.of(Side.of(hindsight.withDecidedFloors(lead), group));
    return new GroupScore(
        group.group(),
        minutes.get(0).at(),
        minutes.get(minutes.size() - 1).at().plusSeconds(60),
        acting,
        was,
        otherwise,
        otherwise
            .map(
                side ->
                    acting
                        ? avoided("avoided", side, was)
                        : avoided("would have avoided", was, side))
            .orElse("the group's own policy is not known, so nothing can be set against it"),
        assumed(acting, lead));
  }

  /** What {@code with} spares of {@code without}. */
  private static String avoided(String words, Side without, Side with) {
    int breaches = without.breaches() - with.breaches();
    long minutes = without.underMinutes() - with.underMinutes();
    double more = without.hostHours() > 0 ? with.hostHours() / without.hostHours() - 1 : 0;
    return "%s %d %s (%d under-provisioned minutes) at %+.1f %% host-hours"
        .formatted(words, breaches, breaches == 1 ? "breach" : "breaches", minutes, 100 * more);
  }

  private static List<String> assumed(boolean acting, Duration lead) {
    String needed = "what demand needs is reckoned at the load where latency begins to rise";
    return acting
        ? List.of(
            needed,
            "without Kickoff: the group's target tracking alone, simulated from the hosts that were"
                + " in service at the start, with the median boot time")
        : List.of(
            needed,
            "with Kickoff: a decided floor is in service %d s after it was decided, and is let go"
                    .formatted(lead.toSeconds())
                + " when it was; the group's own policy does what it did");
  }
}
