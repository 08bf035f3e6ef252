package dev.kickoff.model.lab.twin;

import dev.kickoff.model.lab.sim.AlarmSettings;
import dev.kickoff.model.lab.twin.fit.Estimate;
import dev.kickoff.model.lab.twin.reality.Reality;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What parted simulation and reality, in words: the first launch of each, and which of the
 * settings, put right alone, moves the simulated one most of the way.
 */
final class GapWords {
  private static final double SMALL = 0.5;
  private static final double MOSTLY = 0.5;

  private final Reality reality;
  private final TwinSettings before;
  private final TwinSettings after;
  private final Estimate period;

  /**
   * @param period of the alarm, as found
   */
  GapWords(Reality reality, TwinSettings before, TwinSettings after, Estimate period) {
    this.period = period;
    this.reality = reality;
    this.before = before;
    this.after = after;
  }

  String sentence(Comparison simulatedBefore, Comparison simulatedAfter) {
    return timing()
        + String.format(
            Locale.ROOT,
            " Peak CPU was %.1f %%; simulated %.1f %% as planned, %.1f %% as calibrated.",
            reality.peakCpu(),
            simulatedBefore.peakCpu(),
            simulatedAfter.peakCpu());
  }

  private String timing() {
    if (reality.launches().isEmpty()) {
      return "No alarm launched anything in reality, so its timing cannot be judged.";
    }
    double real = Reality.minutes(reality.launches().get(0));
    OptionalDouble simulated = first(before);
    if (simulated.isEmpty()) {
      return String.format(
          Locale.ROOT,
          "Reality began to scale out at minute %.1f, the simulated group never did.",
          real);
    }
    double gap = simulated.getAsDouble() - real;
    if (Math.abs(gap) < SMALL) {
      return "Reality and simulation began to scale out within half a minute of each other.";
    }
    String sooner =
        String.format(
            Locale.ROOT,
            "Reality began to scale out %.1f min %s than simulated",
            Math.abs(gap),
            gap > 0 ? "earlier" : "later");
    return sooner + cause(simulated.getAsDouble(), gap);
  }

  private record Change(String because, TwinSettings settings) {}

  private String cause(double simulated, double gap) {
    AlarmSettings alarm = after.out().alarm();
    AlarmSettings planned = before.out().alarm();
    String looks =
        alarm.equals(planned)
            ? "the periods of its alarm begin at another time"
            : "its alarm looks at %s where the plan says %s%s"
                .formatted(AlarmWords.of(alarm), AlarmWords.of(planned), doubt());
    TwinSettings withAlarm = before.withAlarm(alarm, after.out().rearm(), after.phase());
    TwinSettings withHost = before.withHost(after.group().host());
    List<Change> changes =
        List.of(
            new Change(looks, withAlarm),
            new Change("a request costs something else than planned", withHost));
    for (Change change : changes) {
      double moved = simulated - first(change.settings()).orElse(simulated);
      if (moved / gap > MOSTLY) {
        return String.format(
            Locale.ROOT,
            " because %s; that alone makes up for %.1f min.",
            change.because(),
            Math.abs(moved));
      }
    }
    return ", and none of the settings explains most of that alone.";
  }

  /** Other periods that explain the launches as well; blank for none. */
  private String doubt() {
    return period
        .found()
        .filter(found -> found.low() < found.high())
        .map(
            found ->
                String.format(
                    Locale.ROOT,
                    " (the launches fit periods from %.1f to %.1f min)",
                    found.low(),
                    found.high()))
        .orElse("");
  }

  private OptionalDouble first(TwinSettings settings) {
    return Comparison.launches(Comparison.run(reality, settings)).stream()
        .mapToDouble(Reality::minutes)
        .findFirst();
  }
}
