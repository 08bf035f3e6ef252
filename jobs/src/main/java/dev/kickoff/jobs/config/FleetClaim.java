package dev.kickoff.jobs.config;

import java.util.OptionalInt;

/**
 * What a group takes of what others take from too: of a service's demand, and of its account's
 * quota.
 *
 * @param share weight of the part of the service's demand that it carries, beside the weights of
 *     the other groups that are controlled with it; above 0
 * @param vcpusPerHost what a host counts for in the account's quota of vCPUs, at least 1; empty
 *     where the quota is not asked for
 */
public record FleetClaim(double share, OptionalInt vcpusPerHost) {
  /** An equal share, and no quota that is asked for. */
  public static final FleetClaim STANDARD = new FleetClaim(1, OptionalInt.empty());

  public FleetClaim {
    if (!(share > 0) || vcpusPerHost.orElse(1) < 1) {
      throw new IllegalArgumentException("share " + share + ", " + vcpusPerHost + " vCPUs a host");
    }
  }
}
