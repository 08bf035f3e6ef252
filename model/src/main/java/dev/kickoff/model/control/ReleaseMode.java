package dev.kickoff.model.control;

import dev.kickoff.model.capacity.PlanRequest.Company;

/** Who lets hosts go. */
public enum ReleaseMode {
  /** Kickoff owns the group's floor only; the group's own reactive policy scales in. */
  FLOOR,
  /** No reactive policy stands beside Kickoff: it sets desired capacity too, also downwards. */
  DESIRED;

  /** Whom a plan for such a group reckons with. */
  public Company company() {
    return this == FLOOR ? Company.REACTIVE : Company.ALONE;
  }
}
