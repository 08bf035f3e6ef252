package dev.kickoff.jobs.proof.invariant.size;

import dev.kickoff.jobs.proof.story.Supervision;
import dev.kickoff.jobs.proof.story.VirtualTime;
import dev.kickoff.jobs.proof.world.Known;
import dev.kickoff.jobs.proof.world.Scene;
import dev.kickoff.jobs.proof.world.Sight;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.GroupLimits;
import dev.kickoff.model.demand.KnownPast;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OperatorOverride.Kind;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The most hosts that a controller has leave to set, by the story and what had reached it: the
 * proof's own reckoning, without the code that it judges.
 *
 * <p>What stands, what is configured and what people ordered or approved needs no further leave.
 * Where nothing waits for a person, everything has leave.
 */
final class Leave {
  private static final int MINUTES = 3;
  private static final double BUSY = 0.9;
  private static final double PRE_APPROVED = 1.5;
  private static final double ROUNDING = 1e-9;
  private static final int GRID = 300;
  private static final Set<Kind> BY_A_PERSON = Set.of(Kind.APPROVAL, Kind.FLOOR, Kind.PIN);

  private final Scene scene;

  Leave(Scene scene) {
    this.scene = scene;
  }

  /** Whether anything waits for a person in this story. */
  boolean isLimited() {
    return scene.story().supervision().isAny();
  }

  /**
   * For a call decided at an instant. Spend and plausibility give way to measured demand.
   *
   * @param stood the highest floor that the decision may have seen
   */
  int call(Known known, Instant at, int stood) {
    int measured =
        known.highest(VirtualTime.secondOf(at), MINUTES).stream()
            .mapToInt(demand -> hosts(demand / BUSY))
            .findFirst()
            .orElse(0);
    int most = Math.max(measured, Math.min(affordable(), plausible(known)));
    return Math.max(anyway(stood), Math.max(Math.min(most, small(known, stood)), given(known, at)));
  }

  /** For a call that has just been decided, from the floor that stands. */
  int call(Sight.Decided decided) {
    return call(decided.known(), decided.decision().key().at(), scene.group().floor());
  }

  /**
   * For a scheduled action. An order counts until the next five minutes after its end: the schedule
   * knows no finer grid.
   *
   * @param stood the floor when it was written
   */
  int scheduled(Known known, Instant startAt, int stood) {
    int most = Math.min(Math.min(affordable(), plausible(known)), small(known, stood));
    int given =
        known.overrides().overrides().stream()
            .filter(order -> BY_A_PERSON.contains(order.kind()))
            .filter(order -> !startAt.isBefore(order.from()) && startAt.isBefore(end(order)))
            .mapToInt(OperatorOverride::hosts)
            .max()
            .orElse(0);
    return Math.max(anyway(stood), Math.max(most, given));
  }

  private static Instant end(OperatorOverride order) {
    long second = order.until().getEpochSecond();
    return Instant.ofEpochSecond((second + GRID - 1) / GRID * GRID);
  }

  private int anyway(int stood) {
    return Math.max(stood, scene.story().settings().bounds().min());
  }

  private int given(Known known, Instant at) {
    return known.overrides().overrides().stream()
        .filter(order -> BY_A_PERSON.contains(order.kind()))
        .filter(order -> !at.isBefore(order.from()) && at.isBefore(order.until()))
        .mapToInt(OperatorOverride::hosts)
        .max()
        .orElse(0);
  }

  private int affordable() {
    GroupLimits limits = scene.story().supervision().limits();
    return limits.spendPerHour().isEmpty()
        ? Integer.MAX_VALUE
        : (int) (limits.spendPerHour().getAsDouble() / limits.hostHour());
  }

  private int plausible(Known known) {
    double growth = scene.story().supervision().limits().growth();
    return past(known).map(p -> hosts(growth * p.highest())).orElse(Integer.MAX_VALUE);
  }

  private int small(Known known, int stood) {
    Supervision supervision = scene.story().supervision();
    if (supervision.mode() != ControlMode.APPROVE) {
      return Integer.MAX_VALUE;
    }
    int small = Math.max(stood + 1, (int) (stood * (1 + supervision.limits().largeMove())));
    return past(known).map(p -> hosts(PRE_APPROVED * p.highest())).orElse(small);
  }

  private Optional<KnownPast> past(Known known) {
    return known.hasFarForecast() ? scene.story().supervision().past() : Optional.empty();
  }

  private int hosts(double demand) {
    double perHost = scene.story().settings().profile().requestsPerMinute();
    return Math.max(1, (int) Math.ceil(demand / perHost - ROUNDING));
  }
}
