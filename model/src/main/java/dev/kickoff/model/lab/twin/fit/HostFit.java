package dev.kickoff.model.lab.twin.fit;

import dev.kickoff.model.lab.HostCurve;
import dev.kickoff.model.lab.twin.fit.Estimate.Found;
import dev.kickoff.model.lab.twin.fit.Estimate.Quantity;
import dev.kickoff.model.lab.twin.reality.Reality;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one host does under load, from a group at work: a robust line of its mean processor share on
 * the requests per minute of each host in service.
 */
public final class HostFit {
  private static final double THOUSAND = 1_000;
  private static final int FEWEST_ROWS = 10;
  private static final double WIDEST = 0.5;

  private final Reality reality;
  private final HostCurve planned;
  private final Optional<TheilSen> line;
  private final String trouble;

  public HostFit(Reality reality, HostCurve planned) {
    this.reality = reality;
    this.planned = planned;
    Optional<TheilSen> fitted =
        TheilSen.of(
            reality.overRows(reality.rpmPerHost()),
            reality.rows().stream().mapToDouble(Reality.Row::cpu).toArray());
    this.trouble = trouble(fitted);
    this.line = trouble.isEmpty() ? fitted : Optional.empty();
  }

  private String trouble(Optional<TheilSen> fitted) {
    if (reality.rows().size() < FEWEST_ROWS) {
      return "%d rows of CPU; at least %d are needed".formatted(reality.rows().size(), FEWEST_ROWS);
    }
    if (fitted.isEmpty()) {
      return "the load of a host never changed";
    }
    Found slope = fitted.get().slope();
    if (slope.low() <= 0) {
      return "CPU did not rise with the load of a host";
    }
    if (slope.high() - slope.low() > WIDEST * slope.value()) {
      return String.format(
          Locale.ROOT,
          "the load of a host varied too little: anything from %.3f to %.3f fits",
          slope.low() * THOUSAND,
          slope.high() * THOUSAND);
    }
    if (fitted.get().intercept().value() >= planned.kneeCpu()) {
      return "an idle host would be above its knee";
    }
    return "";
  }

  /** The host as found; as planned where the data cannot tell. */
  public HostCurve host() {
    return line.map(
            found ->
                new HostCurve(
                    Math.max(0, found.intercept().value()),
                    found.slope().value() * THOUSAND,
                    planned.kneeCpu()))
        .orElse(planned);
  }

  public List<Estimate> estimates() {
    OptionalDouble idle = OptionalDouble.of(planned.idleCpu());
    OptionalDouble slope = OptionalDouble.of(planned.cpuPerKrpm());
    if (line.isEmpty()) {
      return List.of(
          Estimate.unknown(Quantity.CPU_PER_KRPM, slope, trouble),
          Estimate.unknown(Quantity.IDLE_CPU, idle, trouble));
    }
    Found steep = line.get().slope();
    Found at = line.get().intercept();
    String how = "%d rows, Theil-Sen; 95 %% interval".formatted(reality.rows().size());
    String least = at.value() < 0 ? ": the line meets zero below it, so 0 is taken" : "";
    return List.of(
        Estimate.of(
            Quantity.CPU_PER_KRPM,
            slope,
            new Found(steep.value() * THOUSAND, steep.low() * THOUSAND, steep.high() * THOUSAND),
            how),
        Estimate.of(
            Quantity.IDLE_CPU,
            idle,
            new Found(Math.max(0, at.value()), Math.max(0, at.low()), Math.max(0, at.high())),
            how + least));
  }
}
