package dev.kickoff.jobs.lab.shape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is written of a load: one text for a pipe or a file, or a folder of all that belongs to it.
 *
 * @param format of the one text, and what a folder holds beside CSV, page and JSON
 * @param rpmPerUser requests a minute of one user of a load test, above zero
 */
public record ShapeFiles(Format format, double rpmPerUser) {
  /** For which tool. */
  public enum Format {
    CSV,
    LOCUST,
    K6
  }

  public ShapeFiles {
    if (!(rpmPerUser > 0) || Double.isInfinite(rpmPerUser)) {
      throw new IllegalArgumentException(
          "--rpm-per-user must be above zero, was " + ShapeCsv.number(rpmPerUser));
    }
  }

  /** The one text. */
  public String text(Shape shape) {
    return switch (format) {
      case CSV -> ShapeCsv.of(shape);
      case LOCUST -> LocustFile.of(shape, rpmPerUser);
      case K6 -> K6File.script(shape, rpmPerUser);
    };
  }

  /** How far, in requests per minute, lines for another tool are from the load; zero for CSV. */
  public double offBy(Shape shape) {
    return format == Format.CSV
        ? 0
        : shape.parts().values().stream()
            .mapToDouble(load -> Segments.of(load).tolerance())
            .max()
            .orElse(0);
  }

  /**
   * Writes to {@code out}: into a folder where it is one, or is named without a dot, else the one
   * text into a file.
   */
  public void write(Path out, Shape shape) {
    try {
      Path name = out.getFileName();
      if (Files.isDirectory(out) || name == null || !name.toString().contains(".")) {
        Files.createDirectories(out);
        for (Map.Entry<String, String> file : folder(shape).entrySet()) {
          write(out.resolve(file.getKey()), file.getValue());
        }
      } else {
        write(out, text(shape));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + out, e);
    }
  }

  private Map<String, String> folder(Shape shape) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("shape.csv", ShapeCsv.of(shape));
    files.put("report.html", ShapePage.html(shape));
    files.put("report.json", ShapeJson.of(shape) + "\n");
    if (format == Format.LOCUST) {
      files.put("locustfile.py", LocustFile.of(shape, rpmPerUser));
    } else if (format == Format.K6) {
      files.put("k6.js", K6File.script(shape, rpmPerUser));
      files.put("k6-options.json", K6File.options(shape, rpmPerUser) + "\n");
    }
    return files;
  }

  private static void write(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
