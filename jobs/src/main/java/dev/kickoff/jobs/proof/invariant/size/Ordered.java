package dev.kickoff.jobs.proof.invariant.size;

import dev.kickoff.jobs.proof.story.VirtualTime;
import dev.kickoff.jobs.proof.world.Known;
import dev.kickoff.jobs.proof.world.Scene;
import dev.kickoff.model.override.OperatorOverride.Kind;
import java.util.OptionalInt;

/** What operators ordered, as far as a controller knows. */
final class Ordered {
  private Ordered() {}

  /** Whether an order in force may lower the floor: a pin or a ceiling. */
  static boolean lowering(Scene scene, Known known, long second) {
    return hosts(scene, known, Kind.PIN, second).isPresent()
        || hosts(scene, known, Kind.CEILING, second).isPresent();
  }

  /** The hosts of the strictest order of a kind that is in force; empty when none is. */
  static OptionalInt hosts(Scene scene, Known known, Kind kind, long second) {
    return known
        .overrides()
        .strictest(kind, scene.story().settings().group(), VirtualTime.instantOf(second))
        .map(order -> OptionalInt.of(order.hosts()))
        .orElse(OptionalInt.empty());
  }
}
