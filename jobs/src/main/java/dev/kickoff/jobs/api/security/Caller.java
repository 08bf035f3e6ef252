package dev.kickoff.jobs.api.security;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;

/**
 * Who sent a request, as the token says: the author of whatever it orders.
 *
 * @param name stable name of the person or program, not blank
 * @param roles what they may do, not empty
 */
public record Caller(String name, Set<Role> roles) {
  private static final String ATTRIBUTE = "kickoff.caller";

  public Caller {
    roles = Set.copyOf(roles);
    if (name.isBlank() || roles.isEmpty()) {
      throw new IllegalArgumentException("a caller needs a name and a role");
    }
  }

  /** Whether one of the roles includes {@code role}. */
  public boolean may(Role role) {
    return roles.stream().anyMatch(own -> own.includes(role));
  }

  /** Notes who sent a request. */
  public void sent(Context ctx) {
    ctx.attribute(ATTRIBUTE, this);
  }

  /** Who sent a request; empty when nobody was noted. */
  public static Optional<Caller> noted(Context ctx) {
    return Optional.ofNullable(ctx.attribute(ATTRIBUTE));
  }

  /**
   * Who sent a request.
   *
   * @throws IllegalStateException when nobody was noted: the route is open to everybody
   */
  public static Caller of(Context ctx) {
    Caller caller = ctx.attribute(ATTRIBUTE);
    if (caller == null) {
      throw new IllegalStateException(ctx.path() + " does not know who asks");
    }
    return caller;
  }
}
