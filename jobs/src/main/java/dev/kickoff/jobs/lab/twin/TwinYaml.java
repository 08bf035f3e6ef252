package dev.kickoff.jobs.lab.twin;

import dev.kickoff.connectors.InputFile;
import dev.kickoff.jobs.config.lab.LabSettings;
import dev.kickoff.model.lab.HostCurve;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.sim.AlarmAction;
import dev.kickoff.model.lab.sim.AlarmSettings;
import dev.kickoff.model.lab.sim.LabGroup;
import dev.kickoff.model.lab.sim.Rearm;
import dev.kickoff.model.lab.twin.Calibration;
import dev.kickoff.model.lab.twin.Comparison;
import dev.kickoff.model.lab.twin.TwinSettings;
import dev.kickoff.model.lab.twin.fit.Estimate.Quantity;
import dev.kickoff.model.lab.twin.reality.Reality;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The calibrated twin as a lab file: the load that came, the host, the group and its policy as
 * found, and where that comes from.
 *
 * <p>Its load begins one step early, at zero, as every staged load does.
 */
final class TwinYaml {
  private static final int PHASES = 5;
  private static final double MINUTE = 60_000;

  private final CalibrationResult result;
  private final Calibration calibration;
  private final TwinSettings twin;
  private final StringBuilder text = new StringBuilder();

  TwinYaml(CalibrationResult result) {
    this.result = result;
    this.calibration = result.calibration();
    this.twin = calibration.after();
  }

  String text() {
    line("# A group's calibrated twin, by kickoff calibrate. For kickoff simulate and tune:");
    line("# %s", calibration.sentence());
    calibration.estimates().stream()
        .filter(estimate -> estimate.found().isEmpty())
        .forEach(e -> line("# Not identifiable: %s; %s", e.quantity().words(), e.why()));
    provenance();
    line("load: {stages: '%s', stepSeconds: %d}", stages(), Reality.STEP);
    host();
    group();
    policies();
    search();
    return text.toString();
  }

  private void provenance() {
    Reality reality = calibration.reality();
    Comparison before = calibration.simulatedBefore();
    Comparison after = calibration.simulatedAfter();
    line("provenance:");
    line("  madeBy: kickoff calibrate");
    line("  from: %s", reality.origin());
    line("  until: %s", reality.origin().plus(reality.span()));
    line("  inputs:");
    for (Path input : result.task().inputs()) {
      line(
          "    - {file: %s, sha256: %s}",
          quoted(String.valueOf(input.getFileName())), digest(input));
    }
    errors("meanCpuError", before.meanCpuError(), after.meanCpuError());
    double peak = reality.peakCpu();
    errors("peakCpuError", Math.abs(before.peakCpu() - peak), Math.abs(after.peakCpu() - peak));
    if (before.timingError().isPresent() && after.timingError().isPresent()) {
      errors(
          "scaleOutError", before.timingError().getAsDouble(), after.timingError().getAsDouble());
    }
  }

  private void errors(String name, double before, double after) {
    line("  %s: {before: %s, after: %s}", name, three(before), three(after));
  }

  private static String three(double value) {
    return Figures.plain(Math.rint(value * 1000) / 1000);
  }

  /** The load as stages, a new one wherever it bends. */
  private String stages() {
    LoadCurve load = calibration.reality().load();
    double bend = Math.max(1e-9, 1e-6 * load.peak());
    List<String> stages = new ArrayList<>(List.of(stage(1, load.at(0))));
    int since = 0;
    for (int i = 1; i < load.size(); i++) {
      boolean isLast = i == load.size() - 1;
      if (isLast || Math.abs(load.at(i + 1) - 2 * load.at(i) + load.at(i - 1)) > bend) {
        stages.add(stage(i - since, load.at(i)));
        since = i;
      }
    }
    return String.join(",", stages);
  }

  private static String stage(int steps, double rpm) {
    return steps * Reality.STEP + "s:" + Figures.plain(Math.rint(rpm * 10) / 10);
  }

  private void host() {
    HostCurve host = twin.group().host();
    line(
        "host: {idleCpu: %s, rpm: %s, cpu: %s, kneeCpu: %s}",
        Figures.plain(host.idleCpu()),
        Figures.plain(host.rpmAt(host.kneeCpu())),
        Figures.plain(host.kneeCpu()),
        Figures.plain(host.kneeCpu()));
  }

  private void group() {
    LabGroup group = twin.group();
    line("group:");
    line("  hosts: %d", group.initial());
    line("  min: %d", group.min());
    line("  max: %d", group.max());
    line("  bootMinutes: %s", minutes(twin.boot()));
    line("  warmInMinutes: %s", minutes(group.warmIn()));
    line("  protected: %d", group.guarded());
    line("  serviceMillis: %s", Figures.plain(group.serviceMillis()));
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
    Optional<AlarmAction> in = twin.in();
    in.ifPresent(
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
    LabSettings.Search search = result.settings().search();
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
    LabSettings.Costs costs = result.settings().costs();
    line(
        "costs: {hostHour: %s, overKneeMinute: %s}",
        Figures.plain(costs.hostHour()), Figures.plain(costs.overKneeMinute()));
  }

  /** Another day's periods begin at another time: phases over the whole of one. */
  private List<String> phases() {
    Duration length = twin.out().alarm().length();
    return java.util.stream.IntStream.range(0, PHASES)
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
    Duration later = phase.plusSeconds(Reality.STEP);
    Duration length = twin.out().alarm().length();
    return later.compareTo(length) >= 0 ? later.minus(length) : later;
  }

  private static String minutes(Duration time) {
    return Figures.plain(time.toMillis() / MINUTE);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String quoted(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  private static String digest(Path file) {
    try (InputStream in = InputFile.open(file)) {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(in.readAllBytes()));
    } catch (IOException e) {
      throw InputFile.failed(file, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
