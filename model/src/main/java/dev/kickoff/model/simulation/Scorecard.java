package dev.kickoff.model.simulation;

/**
 * What acting would have done over some minutes, against not acting: the answer that a group in
 * forecast-only mode gives.
 *
 * @param now how the group did as it is
 * @param acting how it would have done with Kickoff acting
 */
public record Scorecard(PolicyScore now, PolicyScore acting) {
  public Scorecard {
    if (now.minutes() != acting.minutes()) {
      throw new IllegalArgumentException(
          "scores of " + now.minutes() + " and " + acting.minutes() + " minutes do not compare");
    }
  }

  /** Under-provisioned minutes that acting would have spared; negative where it adds some. */
  public long minutesSaved() {
    return now.underMinutes() - acting.underMinutes();
  }

  /** Host-hours that acting would have taken more; negative where it takes fewer. */
  public double moreHostHours() {
    return acting.hostHours() - now.hostHours();
  }

  /** What acting would have cost more, short minutes included; negative where it costs less. */
  public double moreCost() {
    return acting.cost() - now.cost();
  }

  /** Whether acting leaves fewer minutes short, or none as before at no more cost. */
  public boolean isBetter() {
    boolean equalAtNone = now.underMinutes() == 0 && acting.underMinutes() == 0;
    return minutesSaved() > 0 || (equalAtNone && moreCost() <= 0);
  }
}
