package dev.kickoff.jobs.lab.twin;

import dev.kickoff.jobs.config.lab.LabSettings;
import dev.kickoff.model.lab.twin.Calibration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A calibration and what it was made of.
 *
 * @param settings the lab file's, under the load that really came
 * @param notes what was left out of the input, in words
 */
public record CalibrationResult(
    CalibrateTask task, LabSettings settings, Calibration calibration, List<String> notes) {
  public CalibrationResult {
    notes = List.copyOf(notes);
  }

  /** Writes {@code twin.yaml}, {@code report.json} and {@code report.html} to a folder. */
  public void write(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("twin.yaml"), new TwinYaml(this).text());
      Files.write(folder.resolve("report.json"), CalibrationJson.pretty(this));
      Files.writeString(folder.resolve("report.html"), new CalibrationPage(this).html());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }
}
