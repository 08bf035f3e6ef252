package dev.kickoff.jobs.api.security.contract;

import dev.kickoff.jobs.api.security.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One method at one path, as the contract has it.
 *
 * @param method in upper case
 * @param template the path, its parameters in braces
 * @param operationId the name of what it does
 * @param role the least role that may; empty when no token is needed
 * @param consumes media types of the body it takes; empty when it takes none
 */
public record ContractRoute(
    String method, String template, String operationId, Optional<Role> role, Set<String> consumes) {
  private static final Set<String> READS = Set.of("GET", "HEAD");

  public ContractRoute {
    consumes = Set.copyOf(consumes);
  }

  /** Whether a method may change something. */
  public static boolean changes(String method) {
    return !READS.contains(method);
  }

  /** Whether a path, split at its slashes, is one of these. */
  boolean matches(List<String> path) {
    List<String> parts = Contract.parts(template);
    if (parts.size() != path.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      boolean free = parts.get(i).startsWith("{") && !path.get(i).isEmpty();
      if (!free && !parts.get(i).equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** How many parts of the path are free: the fewer, the closer it fits. */
  long freedom() {
    return Contract.parts(template).stream().filter(part -> part.startsWith("{")).count();
  }
}
