package dev.kickoff.model.lab.sim.rule;

import java.time.Duration;

/**
 * When an alarm may act again after it has acted.
 *
 * @param cooldown for COOLDOWN: since it acted; zero for the others
 */
public record Rearm(Kind kind, Duration cooldown) {
  /** When an alarm may act again. */
  public enum Kind {
    /** At the next sample; its count of samples begins anew. */
    AT_ONCE,
    /** When the hosts asked for serve; its count of samples begins then. */
    AFTER_BOOT,
    /** After a cooldown, as simple scaling does. */
    COOLDOWN,
    /**
     * At once, but counting from the hosts that serve: one breach during a warm-up launches once,
     * as step scaling does.
     */
    WARM_UP
  }

  public static final Rearm AT_ONCE = new Rearm(Kind.AT_ONCE, Duration.ZERO);
  public static final Rearm AFTER_BOOT = new Rearm(Kind.AFTER_BOOT, Duration.ZERO);
  public static final Rearm WARM_UP = new Rearm(Kind.WARM_UP, Duration.ZERO);

  public static Rearm cooldown(Duration time) {
    return new Rearm(Kind.COOLDOWN, time);
  }

  int steps(Beat beat) {
    return switch (kind) {
      case AT_ONCE, WARM_UP -> 0;
      case AFTER_BOOT -> beat.boot();
      case COOLDOWN -> beat.steps(cooldown);
    };
  }
}
