package dev.kickoff.jobs.lab.twin;

import dev.kickoff.model.lab.twin.Calibration;
import dev.kickoff.model.lab.twin.Comparison;
import dev.kickoff.model.lab.twin.fit.Estimate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The figures of a calibration as cells of tables, for pages and terminals alike. */
final class Figures {
  private static final int PLACES = 6;

  private Figures() {}

  /** A plain decimal without zeros at its end. */
  static String plain(double value) {
    BigDecimal number =
        BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_UP).stripTrailingZeros();
    return number.signum() == 0 ? "0" : number.toPlainString();
  }

  static List<String> settingsHead() {
    return List.of("setting", "planned", "found", "interval", "why");
  }

  /** One row for each estimate. */
  static List<List<String>> settings(Calibration calibration) {
    List<List<String>> rows = new ArrayList<>();
    for (Estimate estimate : calibration.estimates()) {
      String unit = estimate.quantity().unit();
      String name = estimate.quantity().words() + (unit.isEmpty() ? "" : ", " + unit);
      rows.add(
          List.of(
              name,
              number(estimate.planned()),
              estimate.found().map(found -> number(found.value())).orElse("not identifiable"),
              estimate
                  .found()
                  .map(found -> number(found.low()) + " to " + number(found.high()))
                  .orElse(""),
              estimate.why()));
    }
    return rows;
  }

  static List<String> errorsHead() {
    return List.of("error against reality", "before", "after");
  }

  /** One row for each error, of the run as planned and as calibrated. */
  static List<List<String>> errors(Calibration calibration) {
    Comparison before = calibration.simulatedBefore();
    Comparison after = calibration.simulatedAfter();
    double peak = calibration.reality().peakCpu();
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "mean absolute CPU, points",
            fixed(before.meanCpuError()),
            fixed(after.meanCpuError())));
    rows.add(
        List.of(
            "peak CPU, points", signed(before.peakCpu() - peak), signed(after.peakCpu() - peak)));
    rows.add(
        List.of(
            "scale-outs, mean absolute min",
            before.timingError().isPresent() ? fixed(before.timingError().getAsDouble()) : "-",
            after.timingError().isPresent() ? fixed(after.timingError().getAsDouble()) : "-"));
    rows.add(
        List.of(
            "scale-outs missed / too many",
            before.missed() + " / " + before.extra(),
            after.missed() + " / " + after.extra()));
    return rows;
  }

  static List<String> scaleOutsHead() {
    return List.of("scale-out at minute", "before, min later", "after, min later");
  }

  /** One row for each scale-out that really was. */
  static List<List<String>> scaleOuts(Calibration calibration) {
    List<List<String>> rows = new ArrayList<>();
    List<Comparison.ScaleOut> before = calibration.simulatedBefore().scaleOuts();
    List<Comparison.ScaleOut> after = calibration.simulatedAfter().scaleOuts();
    for (int i = 0; i < before.size(); i++) {
      rows.add(
          List.of(
              String.format(Locale.ROOT, "%.1f", before.get(i).atMinute()),
              later(before.get(i).minutesLater()),
              later(after.get(i).minutesLater())));
    }
    return rows;
  }

  private static String later(OptionalDouble minutes) {
    return minutes.isPresent() ? signed(minutes.getAsDouble()) : "never";
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : "-";
  }

  private static String number(double value) {
    return plain(Math.rint(value * 1000) / 1000);
  }

  private static String fixed(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String signed(double value) {
    return String.format(Locale.ROOT, "%+.1f", value + 0.0);
  }
}
