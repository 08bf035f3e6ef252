package dev.kickoff.jobs.lab.twin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.model.lab.twin.Calibration;
import dev.kickoff.model.lab.twin.Comparison;
import dev.kickoff.model.lab.twin.fit.Estimate;
import dev.kickoff.model.lab.twin.reality.Reality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** A calibration as JSON, for {@code report.json} and for scripts. */
public final class CalibrationJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double THOUSAND = 1_000;

  private CalibrationJson() {}

  /**
   * {@code {"sentence","from","until","estimates":{NAME:{...}},"real","before","after",
   * "scale_outs","notes"}} on one line; what is not known is null.
   */
  public static String line(CalibrationResult result) {
    try {
      return JSON.writeValueAsString(document(result));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a calibration that is no JSON", e);
    }
  }

  /** The same on many lines. */
  static byte[] pretty(CalibrationResult result) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document(result));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a calibration that is no JSON", e);
    }
  }

  private static Map<String, Object> document(CalibrationResult result) {
    Calibration calibration = result.calibration();
    Reality reality = calibration.reality();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("sentence", calibration.sentence());
    document.put("from", reality.origin().toString());
    document.put("until", reality.origin().plus(reality.span()).toString());
    Map<String, Object> estimates = new LinkedHashMap<>();
    calibration
        .estimates()
        .forEach(
            estimate ->
                estimates.put(
                    estimate.quantity().name().toLowerCase(Locale.ROOT), fields(estimate)));
    document.put("estimates", estimates);
    document.put(
        "real",
        Map.of("peak_cpu", digits(reality.peakCpu()), "launches", reality.launches().size()));
    document.put("before", fields(calibration.simulatedBefore(), reality));
    document.put("after", fields(calibration.simulatedAfter(), reality));
    document.put("scale_outs", scaleOuts(calibration));
    document.put("notes", result.notes());
    return document;
  }

  private static Map<String, Object> fields(Estimate estimate) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("unit", estimate.quantity().unit());
    put(fields, "planned", estimate.planned());
    fields.put("identifiable", estimate.found().isPresent());
    fields.put("value", estimate.found().map(found -> digits(found.value())).orElse(null));
    fields.put("low", estimate.found().map(found -> digits(found.low())).orElse(null));
    fields.put("high", estimate.found().map(found -> digits(found.high())).orElse(null));
    fields.put("why", estimate.why());
    return fields;
  }

  private static Map<String, Object> fields(Comparison run, Reality reality) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("mean_cpu_error", digits(run.meanCpuError()));
    fields.put("peak_cpu", digits(run.peakCpu()));
    fields.put("peak_cpu_error", digits(run.peakCpu() - reality.peakCpu()));
    put(fields, "scale_out_error_minutes", run.timingError());
    fields.put("scale_outs_missed", run.missed());
    fields.put("scale_outs_too_many", run.extra());
    return fields;
  }

  private static List<Map<String, Object>> scaleOuts(Calibration calibration) {
    List<Map<String, Object>> all = new ArrayList<>();
    List<Comparison.ScaleOut> before = calibration.simulatedBefore().scaleOuts();
    List<Comparison.ScaleOut> after = calibration.simulatedAfter().scaleOuts();
    for (int i = 0; i < before.size(); i++) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("at_minute", digits(before.get(i).atMinute()));
      put(fields, "before_minutes_later", before.get(i).minutesLater());
      put(fields, "after_minutes_later", after.get(i).minutesLater());
      all.add(fields);
    }
    return all;
  }

  private static void put(Map<String, Object> fields, String name, OptionalDouble value) {
    fields.put(name, value.isPresent() ? digits(value.getAsDouble()) : null);
  }

  private static double digits(double value) {
    return Math.rint(value * THOUSAND) / THOUSAND + 0.0;
  }
}
