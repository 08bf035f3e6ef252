package dev.kickoff.jobs.proof.invariant.size;

import dev.kickoff.jobs.proof.world.Known;
import java.util.Optional;

/** Something under which nothing may be lowered. */
interface Condition {
  /** Why nothing may be lowered at a second, by what is known; empty when it may. */
  Optional<String> why(Known known, long second);
}
