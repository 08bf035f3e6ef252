package dev.kickoff.model.lab.twin;

import dev.kickoff.model.lab.sim.AlarmSettings;
import dev.kickoff.model.lab.sim.Rearm;
import dev.kickoff.model.lab.twin.fit.Estimate;
import dev.kickoff.model.lab.twin.fit.Estimate.Found;
import dev.kickoff.model.lab.twin.fit.Estimate.Quantity;
import dev.kickoff.model.lab.twin.reality.Reality;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which of the alarms that explain the launches is taken, and what that leaves open.
 *
 * <p>Alarms whose launches are within ten seconds of the best, on average, are told apart by
 * nothing (with few launches: those that differ by a minute at one of them). The planned one is
 * kept where it is among them; else one whose periods are no finer than the data, then the least
 * error of timing counts, then of the processor share in a simulated run, then the fewer periods.
 */
final class AlarmChoice {
  private static final int FEWEST = 3;
  private static final int NAMED = 3;
  private static final double ALIKE = 10 / 60.0;
  private static final double WORST = 1.5;
  private static final double TIMING = 12;
  private static final double CPU = 5;

  private final Reality reality;
  private final TwinSettings planned;
  private final String trouble;
  private final List<AlarmFit> alike;
  private final AlarmFit chosen;

  AlarmChoice(Reality reality, TwinSettings planned) {
    this.reality = reality;
    this.planned = planned;
    int seen = reality.launches().size();
    List<AlarmFit> all = seen < FEWEST ? List.of() : new AlarmSearch(reality, planned).all();
    double best = all.stream().mapToDouble(AlarmFit::minutes).min().orElse(0);
    if (seen < FEWEST) {
      this.trouble = "%d launches by an alarm; at least %d are needed".formatted(seen, FEWEST);
    } else if (best > WORST) {
      this.trouble =
          String.format(
              Locale.ROOT,
              "no alarm at %.0f %% explains the launches: the nearest is %.1f min off",
              planned.out().threshold(),
              best);
    } else {
      this.trouble = "";
    }
    this.alike =
        all.stream().filter(fit -> fit.minutes() <= best + Math.max(ALIKE, 1.0 / seen)).toList();
    this.chosen = trouble.isEmpty() ? choose(best) : asPlanned();
  }

  private AlarmFit asPlanned() {
    int phase = (int) (planned.phase().toSeconds() / Reality.STEP);
    return new AlarmFit(planned.out().alarm(), planned.out().rearm(), phase, 0);
  }

  private AlarmFit choose(double best) {
    AlarmSettings own = planned.out().alarm();
    boolean holds = alike.stream().anyMatch(fit -> fit.isLike(own));
    AlarmSettings alarm = holds ? own : simplest(best);
    List<AlarmFit> same = alike.stream().filter(fit -> fit.isLike(alarm)).toList();
    Rearm rearm =
        same.stream().anyMatch(fit -> fit.rearm().equals(planned.out().rearm()))
            ? planned.out().rearm()
            : least(same).rearm();
    List<AlarmFit> left = same.stream().filter(fit -> fit.rearm().equals(rearm)).toList();
    double least = least(left).minutes();
    List<AlarmFit> equal = left.stream().filter(fit -> fit.minutes() <= least).toList();
    return equal.get(equal.size() / 2);
  }

  private static AlarmFit least(List<AlarmFit> fits) {
    return fits.stream()
        .min(
            Comparator.comparingDouble(AlarmFit::minutes)
                .thenComparing(fit -> fit.rearm().cooldown(), Comparator.reverseOrder()))
        .orElseThrow();
  }

  private AlarmSettings simplest(double best) {
    List<AlarmFit> nearest =
        alike.stream().collect(Collectors.groupingBy(AlarmFit::alarm)).values().stream()
            .map(AlarmChoice::least)
            .toList();
    return nearest.stream()
        .min(
            Comparator.comparing(this::isFinerThanRows)
                .thenComparing(fit -> (long) ((fit.minutes() - best) * TIMING))
                .thenComparing(fit -> Math.round(CPU * cpuOff(fit)))
                .thenComparing(fit -> fit.alarm().periods())
                .thenComparing(AlarmFit::minutes)
                .thenComparing(fit -> fit.alarm().length()))
        .orElseThrow()
        .alarm();
  }

  /** Rows of a minute cannot show that an alarm looks at seconds. */
  private boolean isFinerThanRows(AlarmFit fit) {
    return minutes(fit.alarm().length()) < reality.rowMinutes();
  }

  private double cpuOff(AlarmFit fit) {
    return Comparison.of(reality, with(fit)).meanCpuError();
  }

  private TwinSettings with(AlarmFit fit) {
    Duration phase = Duration.ofSeconds((long) fit.phase() * Reality.STEP);
    return planned.withAlarm(fit.alarm(), fit.rearm(), phase);
  }

  /** The settings with the alarm as found; as planned where the data cannot tell. */
  TwinSettings settings() {
    return trouble.isEmpty() ? with(chosen) : planned;
  }

  List<Estimate> estimates() {
    AlarmSettings own = planned.out().alarm();
    return List.of(
        alarm(Quantity.ALARM_PERIOD, own, alarm -> minutes(alarm.length())),
        alarm(Quantity.EVALUATION_PERIODS, own, alarm -> (double) alarm.periods()),
        phase(),
        cooldown());
  }

  private Estimate alarm(
      Quantity quantity, AlarmSettings own, Function<AlarmSettings, Double> value) {
    OptionalDouble before = OptionalDouble.of(value.apply(own));
    if (!trouble.isEmpty()) {
      return Estimate.unknown(quantity, before, trouble);
    }
    TreeSet<Double> values =
        alike.stream()
            .map(fit -> value.apply(fit.alarm()))
            .collect(Collectors.toCollection(TreeSet::new));
    String others = others();
    if (chosen.isLike(own) && values.size() > 1) {
      return Estimate.unknown(
          quantity, before, "the plan explains the launches, and so does " + others);
    }
    Found found = new Found(value.apply(chosen.alarm()), values.first(), values.last());
    return Estimate.of(
        quantity,
        before,
        found,
        "%d launches%s"
            .formatted(
                reality.launches().size(),
                others.isEmpty() ? ", no other alarm fits" : "; as well fits " + others));
  }

  private String others() {
    List<String> words =
        alike.stream()
            .filter(fit -> !fit.isLike(chosen.alarm()))
            .map(fit -> AlarmWords.of(fit.alarm()))
            .distinct()
            .toList();
    String first = String.join(", ", words.subList(0, Math.min(NAMED, words.size())));
    return words.size() > NAMED ? first + " and %d more".formatted(words.size() - NAMED) : first;
  }

  private Estimate phase() {
    OptionalDouble before = OptionalDouble.of(minutes(planned.phase()));
    if (!trouble.isEmpty()) {
      return Estimate.unknown(Quantity.PHASE, before, trouble);
    }
    TreeSet<Integer> phases =
        alike.stream()
            .filter(fit -> fit.isLike(chosen.alarm()) && fit.rearm().equals(chosen.rearm()))
            .map(AlarmFit::phase)
            .collect(Collectors.toCollection(TreeSet::new));
    double window = minutes(chosen.alarm().length());
    double low = Reality.minutes(phases.first());
    double high = Reality.minutes(phases.last());
    if (high - low > window / 2) {
      return Estimate.unknown(
          Quantity.PHASE, before, "%d phases fit alike".formatted(phases.size()));
    }
    return Estimate.of(
        Quantity.PHASE,
        before,
        new Found(Reality.minutes(chosen.phase()), low, high),
        "where the periods begin in this span; another day has another");
  }

  private Estimate cooldown() {
    Rearm own = planned.out().rearm();
    if (own.kind() != Rearm.Kind.COOLDOWN) {
      return Estimate.unknown(
          Quantity.COOLDOWN, OptionalDouble.empty(), "the policy has no cooldown");
    }
    OptionalDouble before = OptionalDouble.of(minutes(own.cooldown()));
    if (!trouble.isEmpty()) {
      return Estimate.unknown(Quantity.COOLDOWN, before, trouble);
    }
    TreeSet<Duration> fitting =
        alike.stream()
            .filter(fit -> fit.isLike(chosen.alarm()))
            .map(fit -> fit.rearm().cooldown())
            .collect(Collectors.toCollection(TreeSet::new));
    double low = minutes(fitting.first());
    double high = minutes(fitting.last());
    if (low == 0) {
      return Estimate.unknown(
          Quantity.COOLDOWN,
          before,
          String.format(Locale.ROOT, "any up to %.0f min explains the launches", high));
    }
    return Estimate.of(
        Quantity.COOLDOWN,
        before,
        new Found(minutes(chosen.rearm().cooldown()), low, high),
        "whole minutes were tried, up to the shortest time between two launches");
  }

  private static double minutes(Duration time) {
    return time.toSeconds() / 60.0;
  }
}
