package dev.kickoff.model.control;

/** Who lets hosts go. */
public enum ReleaseMode {
  /** Kickoff owns the group's floor only; the group's own reactive policy scales in. */
  FLOOR,
  /** No reactive policy stands beside Kickoff: it sets desired capacity too, also downwards. */
  DESIRED
}
