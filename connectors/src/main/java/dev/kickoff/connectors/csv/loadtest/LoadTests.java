package dev.kickoff.connectors.csv.loadtest;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.InputFile;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.csv.table.CsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Reads a load test of whatever kind: our own table, Locust's history or k6's points, told by the
 * header. The latter two know nothing of the processor and need it in a file of its own.
 */
public final class LoadTests {
  private LoadTests() {}

  /**
   * Where processor and hosts come from where the load test does not say.
   *
   * @param cpu a CSV file with the header {@code timestamp,cpu}; empty where there is none
   * @param hosts that shared the load, at least 1
   * @param zone the zone of timestamps without an offset
   */
  public record Beside(Optional<Path> cpu, int hosts, ZoneId zone) {}

  /**
   * Reads {@code file}.
   *
   * @throws InputException when it cannot be used, or needs a processor file that is not given
   */
  public static LoadTestRead read(Path file, Beside beside) {
    refuseSummary(file);
    List<String> names;
    try (CsvTable table = CsvTable.open(file, 1)) {
      names = table.header().names();
    }
    if (names.containsAll(K6Points.REQUIRED)) {
      return K6Points.read(file, cpu(file, "k6", beside), beside.hosts());
    }
    if (names.containsAll(LocustHistory.REQUIRED)) {
      return LocustHistory.read(file, cpu(file, "Locust", beside), beside.hosts());
    }
    if (names.contains("request count") && names.contains("median response time")) {
      throw refused(
          file,
          "is Locust's summary of a whole run, not a series",
          "give the file that ends in _stats_history.csv");
    }
    if (beside.cpu().isPresent()) {
      throw refused(
          file, "has a processor column of its own", "leave --cpu out, or give Locust's or k6's");
    }
    return LoadTestFile.read(file, beside.zone(), beside.hosts());
  }

  private static CpuWindows cpu(Path file, String tool, Beside beside) {
    Path cpu =
        beside
            .cpu()
            .orElseThrow(
                () ->
                    refused(
                        file,
                        "is of " + tool + ", which does not measure the host's processor",
                        "add --cpu FILE with the header timestamp,cpu of the same time"));
    return CpuWindows.read(cpu, beside.zone());
  }

  private static void refuseSummary(Path file) {
    try (InputStream in = InputFile.open(file)) {
      byte[] start = in.readNBytes(64);
      if (new String(start, StandardCharsets.UTF_8).strip().startsWith("{")) {
        throw refused(
            file,
            "is JSON, such as k6's --summary-export: one number for a whole run, not a series",
            "run k6 with --out csv=FILE and give that file");
      }
    } catch (IOException e) {
      throw InputFile.failed(file, e);
    }
  }

  private static InputException refused(Path file, String what, String remedy) {
    return new InputException(new Problem(Place.of(file), ProblemKind.UNSUPPORTED, what, remedy));
  }
}
