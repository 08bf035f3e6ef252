package dev.kickoff.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.kickoff.connectors.ListedSeries;
import dev.kickoff.connectors.csv.SeriesListFile;
import dev.kickoff.jobs.offline.page.markdown.MarkedSection;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documented evaluation: its list, its document, and one of its series where data are here. */
class EvaluationExampleTest {
  private static final Path LIST = Path.of("../deploy/examples/evaluation/series.csv");
  private static final Path DOCUMENT = Path.of("../model/FORECASTING.md");

  @TempDir private Path folder;

  @Test
  void theListIsReadAndTheDocumentHasASectionForIt() throws Exception {
    assertThat(SeriesListFile.read(LIST)).extracting(ListedSeries::name).contains("wc98");
    Path copy = Files.copy(DOCUMENT, folder.resolve("FORECASTING.md"));
    MarkedSection.in(copy).replace("measured\n");
    assertThat(Files.readString(copy)).contains("begin -->\nmeasured\n<!-- evaluation: end");
  }

  @Test
  void oneOfItsSeriesIsScoredWhereItsDataAreHere() throws Exception {
    Path data = data();
    assumeThat(data.resolve("isp_eu_mbits")).as("real traces are absent: %s", data).isDirectory();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            "evaluate",
            "--list",
            aWeek().toString(),
            "--data",
            data.toString(),
            "--out",
            folder.resolve("out").toString());
    assertThat(code).as(err.toString()).isZero();
    assertThat(Files.readString(folder.resolve("out/evaluation.md")))
        .contains("1 series, 8 cutoffs")
        .containsPattern("\\| isp_eu_mbits \\| 24 h \\| 0\\.\\d{4} \\| 0\\.\\d{3} \\|");
  }

  /** One row of the list, with its first cutoffs only. */
  private Path aWeek() throws IOException {
    List<String> lines = Files.readAllLines(LIST);
    String row = lines.stream().filter(line -> line.startsWith("isp_eu")).findFirst().orElse("");
    assertThat(row).contains("2005-07-24T22:05:00Z");
    return Files.write(
        folder.resolve("week.csv"),
        List.of(lines.get(0), row.replace("2005-07-24T22:05:00Z", "2005-07-01T07:00:00Z")));
  }

  /** The folder of real traces: the property {@code kickoff.data}, or beside a parent folder. */
  private static Path data() {
    String named = System.getProperty("kickoff.data");
    Path folder = Path.of("").toAbsolutePath();
    while (named == null && folder.getParent() != null) {
      if (Files.isDirectory(folder.resolve("shared/data"))) {
        return folder.resolve("shared/data");
      }
      folder = folder.getParent();
    }
    return Path.of(named == null ? "absent" : named);
  }
}
