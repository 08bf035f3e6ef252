package dev.kickoff.jobs.api.write;

import dev.kickoff.jobs.api.view.order.OverridesView.Standing;
import dev.kickoff.jobs.api.view.order.OverridesView.Version;
import dev.kickoff.model.override.OperatorOverride;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What takes back the last thing that was done with an order. */
public final class Undo {
  /** How long it can be taken back, in wall time. */
  public static final Duration WINDOW = Duration.ofMinutes(10);

  private static final Duration INSTANT = Duration.ofMillis(1);

  private Undo() {}

  /**
   * The version that undoes the newest: the one before it, or the end of an order that was new.
   * Empty when the order, or what would come back, has ended by itself.
   *
   * @param now engine time
   */
  public static Optional<OperatorOverride> of(Standing standing, Instant now) {
    OperatorOverride newest = standing.order();
    return standing
        .before()
        .map(Version::order)
        .or(() -> Optional.of(newest).filter(o -> o.until().isAfter(now)).map(o -> ended(o, now)))
        .filter(back -> standing.before().isEmpty() || back.until().isAfter(now));
  }

  /** An order that ends now; one that has not begun never does. */
  public static OperatorOverride ended(OperatorOverride order, Instant now) {
    return now.isAfter(order.from())
        ? order.endingAt(now)
        : new OperatorOverride(
            order.id(),
            order.group(),
            order.kind(),
            order.hosts(),
            now.minus(INSTANT),
            now,
            order.author(),
            order.reason());
  }
}
