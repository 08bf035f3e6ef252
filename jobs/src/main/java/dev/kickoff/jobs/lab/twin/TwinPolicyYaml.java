package dev.kickoff.jobs.lab.twin;

import dev.kickoff.jobs.config.lab.LabSettings;
import dev.kickoff.model.lab.sim.rule.AlarmAction;
import dev.kickoff.model.lab.sim.rule.AlarmSettings;
import dev.kickoff.model.lab.sim.rule.Rearm;
import dev.kickoff.model.lab.twin.Calibration;
import dev.kickoff.model.lab.twin.TwinSettings;
import dev.kickoff.model.lab.twin.fit.Estimate.Quantity;
import dev.kickoff.model.lab.twin.reality.Reality;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The part of a twin's lab file that is played and searched: its policy as found, where the search
 * goes, and the phases and boots that another day may have.
 */
final class TwinPolicyYaml {
  private static final int PHASES = 5;
  private static final double MINUTE = 60_000;

  private final LabSettings settings;
  private final Calibration calibration;
  private final TwinSettings twin;
  private final StringBuilder text = new StringBuilder();

  TwinPolicyYaml(CalibrationResult result) {
    this.settings = result.settings();
    this.calibration = result.calibration();
    this.twin = calibration.after();
  }

  String text() {
    policies();
    search();
    return text.toString();
  }

  private void policies() {
    AlarmAction out = twin.out();
    line("policies:");
    line("  - name: present");
    boolean isStep = out.steps().size() > 1 || out.rearm().kind() == Rearm.Kind.WARM_UP;
    line("    kind: %s", isStep ? "step" : "simple");
    line("    threshold: %s", Figures.plain(out.threshold()));
    if (isStep) {
      line(
          "    steps: [%s]",
          out.steps().stream()
              .map(s -> "{from: %s, add: %d}".formatted(Figures.plain(s.distance()), s.amount()))
              .collect(Collectors.joining(", ")));
    } else {
      line("    increment: %d", out.steps().get(0).amount());
    }
    line("    amount: %s", out.percent() ? "percent" : "hosts");
    family("    ");
    line("policy:");
    line("  kind: simple");
    family("  ");
  }

  /** What a policy to simulate and one to search have in common. */
  private void family(String indent) {
    AlarmAction out = twin.out();
    AlarmSettings alarm = out.alarm();
    line(
        "%salarm: {kind: %s, minutes: %s, phaseMinutes: %s, periods: %d, needed: %d, missing: %s}",
        indent,
        word(alarm.kind()),
        minutes(alarm.length()),
        minutes(shifted(twin.phase())),
        alarm.periods(),
        alarm.needed(),
        word(alarm.missing()));
    line("%srearm: %s", indent, word(out.rearm().kind()));
    if (out.rearm().kind() == Rearm.Kind.COOLDOWN) {
      line("%scooldownMinutes: %s", indent, minutes(out.rearm().cooldown()));
    }
    twin.in()
        .ifPresent(
            gone ->
                line(
                    "%sscaleIn: {threshold: %s, increment: %d, minutes: %s, cooldownMinutes: %s}",
                    indent,
                    Figures.plain(gone.threshold()),
                    -gone.steps().get(0).amount(),
                    minutes(gone.alarm().length()),
                    minutes(gone.rearm().cooldown())));
  }

  private void search() {
    LabSettings.Search search = settings.search();
    line("search:");
    line("  increments: %d..%d", search.space().leastIncrement(), search.space().mostIncrement());
    line("  thresholds: %d..%d", search.space().leastThreshold(), search.space().mostThreshold());
    line("  maxCpu: %s", Figures.plain(search.limit()));
    line("  method: %s", word(search.method()));
    line("  budget: %d", search.budget());
    line("  seed: %d", search.seed());
    line("robust:");
    line("  phaseMinutes: [%s]", String.join(", ", phases()));
    line("  bootMinutes: [%s]", String.join(", ", boots()));
    line("  bootSpread: %s", Figures.plain(Math.rint(twin.bootSpread() * 1000) / 1000));
    LabSettings.Costs costs = settings.costs();
    line(
        "costs: {hostHour: %s, overKneeMinute: %s}",
        Figures.plain(costs.hostHour()), Figures.plain(costs.overKneeMinute()));
  }

  /** Another day's periods begin at another time: phases over the whole of one. */
  private List<String> phases() {
    Duration length = twin.out().alarm().length();
    return IntStream.range(0, PHASES)
        .mapToObj(i -> length.multipliedBy(i).dividedBy(PHASES))
        .map(phase -> phase.toSeconds() / Reality.STEP * Reality.STEP)
        .distinct()
        .map(seconds -> minutes(Duration.ofSeconds(seconds)))
        .toList();
  }

  private List<String> boots() {
    TreeSet<Double> boots = new TreeSet<>(List.of(twin.boot().toMillis() / MINUTE));
    calibration
        .estimate(Quantity.BOOT_MEDIAN)
        .found()
        .ifPresent(found -> boots.addAll(List.of(found.low(), found.high())));
    return boots.stream().map(Figures::plain).distinct().toList();
  }

  private Duration shifted(Duration phase) {
    long length = twin.out().alarm().length().toSeconds();
    return Duration.ofSeconds((phase.toSeconds() + Reality.STEP) % length);
  }

  static String minutes(Duration time) {
    return Figures.plain(time.toMillis() / MINUTE);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
