package dev.kickoff.jobs.offline;

import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.simulation.Costs;
import dev.kickoff.model.simulation.ReplayInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that a replay leaves: {@code timeline.csv} row by row, or {@code
 * timeline-boot-MINUTES.csv} for each of several boot times, then {@code report.json} and {@code
 * report.html}.
 *
 * <p>Equal rows give equal bytes.
 */
public final class ReplayFiles implements AutoCloseable {
  private final Path folder;
  private final List<BootRun> runs = new ArrayList<>();

  /** Opens the timelines in {@code folder}, which is made when it is missing. */
  public ReplayFiles(Path folder, List<ReplayInput> inputs, Costs costs) {
    this.folder = folder;
    for (ReplayInput input : inputs) {
      long minutes = input.group().leadTime().p50().toMinutes();
      String name = inputs.size() == 1 ? "timeline.csv" : "timeline-boot-" + minutes + ".csv";
      runs.add(new BootRun(input, costs, folder.resolve(name)));
    }
  }

  /** The same input once for each boot time; as it is where there is none. */
  public static List<ReplayInput> booting(ReplayInput input, List<Integer> minutes) {
    return minutes.isEmpty()
        ? List.of(input)
        : minutes.stream()
            .distinct()
            .map(boot -> LeadTime.constant(Duration.ofMinutes(boot)))
            .map(boot -> input.withGroup(input.group().withLeadTime(boot)))
            .toList();
  }

  /** One run for each input, in their order. */
  public List<BootRun> runs() {
    return List.copyOf(runs);
  }

  /** Writes {@code report.json} and {@code report.html}. */
  public void writeReports() {
    try {
      Files.write(folder.resolve("report.json"), ReplayScores.prettyJson(runs));
      Files.writeString(folder.resolve("report.html"), new ReplayPage(runs).html());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  @Override
  public void close() {
    runs.forEach(BootRun::close);
  }
}
