package dev.kickoff.jobs.api.security;

/** What a caller may do. */
public enum Role {
  /** Sees everything and asks what-if; changes nothing. */
  VIEWER,
  /** Orders, freezes, and edits events. */
  OPERATOR,
  /** Answers what waits for a person, never what the same person asked for. */
  APPROVER,
  /** Everything that the others may. */
  ADMIN;

  /** Whether this role includes another: everybody sees, an administrator may all. */
  public boolean includes(Role other) {
    return this == ADMIN || this == other || other == VIEWER;
  }
}
