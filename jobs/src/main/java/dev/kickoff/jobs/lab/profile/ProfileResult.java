package dev.kickoff.jobs.lab.profile;

import dev.kickoff.model.lab.profile.MeasuredHost;
import dev.kickoff.model.lab.profile.guard.DeployFinding;
import dev.kickoff.model.lab.profile.type.CpuCredits;
import dev.kickoff.model.lab.profile.type.TypeWeight;
import java.util.List;
import java.util.Optional;

/**
 * All that one run of {@code kickoff profile} found.
 *
 * @param host of several types the smallest
 * @param margin share of the throughput that is kept in hand, 0 to under 1
 * @param refused lines of its load test that were not used
 * @param credits of its instance type; empty where it is not on credit, or was not named
 * @param types empty where one load test was given
 * @param guard empty where nothing was to be compared
 */
public record ProfileResult(
    MeasuredHost host,
    double margin,
    int refused,
    Optional<CpuCredits> credits,
    List<TypeWeight> types,
    Optional<DeployFinding> guard) {
  public ProfileResult {
    types = List.copyOf(types);
  }
}
