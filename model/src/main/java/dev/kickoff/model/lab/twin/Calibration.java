package dev.kickoff.model.lab.twin;

import dev.kickoff.model.lab.twin.fit.Boots;
import dev.kickoff.model.lab.twin.fit.Detection;
import dev.kickoff.model.lab.twin.fit.Estimate;
import dev.kickoff.model.lab.twin.fit.HostFit;
import dev.kickoff.model.lab.twin.reality.Reality;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A group's settings put right by what really happened.
 *
 * @param before as planned
 * @param after as found; where the data cannot tell, as planned
 * @param estimates one for each quantity
 * @param simulatedBefore the planned group under the real load
 * @param simulatedAfter the calibrated group under the real load
 * @param sentence what parted plan and reality
 */
public record Calibration(
    Reality reality,
    TwinSettings before,
    TwinSettings after,
    List<Estimate> estimates,
    Comparison simulatedBefore,
    Comparison simulatedAfter,
    String sentence) {
  private static final double MINUTE = 60_000;

  public Calibration {
    estimates = List.copyOf(estimates);
  }

  /** Holds the plan against reality. */
  public static Calibration of(Reality reality, TwinSettings planned) {
    HostFit host = new HostFit(reality, planned.group().host());
    Boots boots = new Boots(reality.boots());
    Estimate boot = boots.median(planned.boot().toMillis() / MINUTE);
    Estimate spread = boots.spread(planned.bootSpread());
    Duration length =
        boot.found()
            .map(found -> Duration.ofMillis(Math.round(found.value() * MINUTE)))
            .orElse(planned.boot());
    TwinSettings known =
        planned.withHost(host.host()).withBoot(length, spread.or(planned.bootSpread()));
    AlarmChoice alarm = new AlarmChoice(reality, known);
    TwinSettings after = alarm.settings();
    List<Estimate> estimates = new ArrayList<>();
    estimates.add(Detection.of(reality, host.host(), planned.out().threshold()));
    estimates.addAll(alarm.estimates());
    estimates.addAll(List.of(boot, spread));
    estimates.addAll(host.estimates());
    Estimate period =
        estimates.stream()
            .filter(estimate -> estimate.quantity() == Estimate.Quantity.ALARM_PERIOD)
            .findFirst()
            .orElseThrow();
    Comparison first = Comparison.of(reality, planned);
    Comparison second = Comparison.of(reality, after);
    return new Calibration(
        reality,
        planned,
        after,
        estimates,
        first,
        second,
        new GapWords(reality, planned, after, period).sentence(first, second));
  }

  /** What was estimated of a quantity. */
  public Estimate estimate(Estimate.Quantity quantity) {
    return estimates.stream().filter(e -> e.quantity() == quantity).findFirst().orElseThrow();
  }

  /** The value of a quantity; empty where the data cannot tell. */
  public OptionalDouble value(Estimate.Quantity quantity) {
    return estimate(quantity)
        .found()
        .map(found -> OptionalDouble.of(found.value()))
        .orElse(OptionalDouble.empty());
  }
}
