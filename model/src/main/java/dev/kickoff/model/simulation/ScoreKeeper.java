package dev.kickoff.model.simulation;

import dev.kickoff.model.capacity.HostProfile;

/** Adds up the rows of one policy into its {@link PolicyScore}. */
public final class ScoreKeeper {
  private final HostProfile profile;
  private final Costs costs;
  private long minutes;
  private long under;
  private double demand;
  private double unmet;
  private double serving;
  private double required;
  private double paidMinutes;

  public ScoreKeeper(HostProfile profile, Costs costs) {
    this.profile = profile;
    this.costs = costs;
  }

  /** Adds a minute. */
  public void add(TimelineRow row) {
    TimelineRow.Hosts hosts = row.hosts();
    paidMinutes += Math.max(hosts.desired(), hosts.inService());
    if (row.demand().isEmpty() || hosts.required().isEmpty()) {
      return;
    }
    double rpm = row.demand().getAsDouble();
    minutes++;
    under += hosts.inService() < hosts.required().get() ? 1 : 0;
    demand += rpm;
    unmet += Math.max(0, rpm - hosts.inService() * profile.requestsPerMinute());
    serving += hosts.inService();
    required += hosts.required().get();
  }

  /** The score of all minutes so far. */
  public PolicyScore score() {
    double hostHours = paidMinutes / 60;
    return new PolicyScore(
        minutes,
        share(under, minutes),
        share(unmet, demand),
        share(serving, required),
        hostHours,
        hostHours * costs.hostHour() + under * costs.shortMinute() + costs.ofUnmet(unmet));
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
