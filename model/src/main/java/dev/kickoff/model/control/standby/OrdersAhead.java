package dev.kickoff.model.control.standby;

import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OverrideBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What operators ordered, or have not approved yet, as it bears on a floor over time: the fleet's
 * own schedule obeys them too.
 *
 * <p>An order ends at the next step of the schedule's grid, so that no action falls due before it.
 */
final class OrdersAhead {
  private final StandbyRequest request;
  private final Duration grid;
  private final List<OperatorOverride> weakestFirst;

  OrdersAhead(StandbyRequest request, Duration grid) {
    this.request = request;
    this.grid = grid;
    this.weakestFirst =
        request.orders().overrides().stream()
            .filter(order -> order.group().map(request.settings().group()::equals).orElse(true))
            .sorted(OverrideBook.STRONGEST_FIRST.reversed())
            .toList();
  }

  /** A floor over time as the orders in force change it. */
  Staircase applied(Staircase floor) {
    TreeSet<Instant> instants = new TreeSet<>(floor.steps().keySet());
    for (OperatorOverride order : weakestFirst) {
      instants.add(order.from());
      instants.add(end(order));
    }
    instants.removeIf(at -> at.isBefore(request.now()));
    NavigableMap<Instant, Integer> steps = new TreeMap<>();
    steps.put(request.now(), at(request.now(), floor.at(request.now())));
    instants.forEach(at -> steps.put(at, at(at, floor.at(at))));
    return new Staircase(steps);
  }

  private int at(Instant instant, int hosts) {
    int allowed = Math.min(hosts, withoutAPerson(instant));
    for (OperatorOverride order : weakestFirst) {
      if (!instant.isBefore(order.from()) && instant.isBefore(end(order))) {
        allowed = order.applied(allowed, request.floor());
      }
    }
    return request.within(allowed);
  }

  /** What waits for approval must not come by the schedule meanwhile. */
  private int withoutAPerson(Instant instant) {
    int approved =
        weakestFirst.stream()
            .filter(order -> order.kind() == OperatorOverride.Kind.APPROVAL)
            .filter(order -> !instant.isBefore(order.from()) && instant.isBefore(end(order)))
            .mapToInt(OperatorOverride::hosts)
            .max()
            .orElse(0);
    return Math.max(approved, request.settings().unattended(request.past(), request.floor()));
  }

  private Instant end(OperatorOverride order) {
    long step = grid.toMillis();
    return Instant.ofEpochMilli(-Math.floorDiv(-order.until().toEpochMilli(), step) * step);
  }
}
