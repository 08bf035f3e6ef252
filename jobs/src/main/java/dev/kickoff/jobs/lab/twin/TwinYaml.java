package dev.kickoff.jobs.lab.twin;

import dev.kickoff.connectors.InputFile;
import dev.kickoff.model.lab.HostCurve;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.sim.LabGroup;
import dev.kickoff.model.lab.twin.Calibration;
import dev.kickoff.model.lab.twin.Comparison;
import dev.kickoff.model.lab.twin.TwinSettings;
import dev.kickoff.model.lab.twin.reality.Reality;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The calibrated twin as a lab file: the load that came, the host, the group and its policy as
 * found, and where that comes from.
 *
 * <p>Its load begins one step early, at zero, as every staged load does.
 */
final class TwinYaml {
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
    text.append(new TwinPolicyYaml(result).text());
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
    line("  bootMinutes: %s", TwinPolicyYaml.minutes(twin.boot()));
    line("  warmInMinutes: %s", TwinPolicyYaml.minutes(group.warmIn()));
    line("  protected: %d", group.guarded());
    line("  serviceMillis: %s", Figures.plain(group.serviceMillis()));
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
