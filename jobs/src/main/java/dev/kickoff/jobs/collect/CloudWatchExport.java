package dev.kickoff.jobs.collect;

import dev.kickoff.connectors.cloudwatch.RetentionNotes;
import dev.kickoff.jobs.config.collect.CollectSettings;
import dev.kickoff.jobs.config.collect.CollectSettings.CloudWatch;
import dev.kickoff.jobs.config.collect.CollectSettings.Metric;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What CloudWatch still keeps of a collector's sources, as one file, and what it does not. */
public final class CloudWatchExport {
  private CloudWatchExport() {}

  /**
   * Writes what CloudWatch still keeps of the sources of {@code settings} as a metrics CSV.
   *
   * @return how many rows were written
   */
  public static long write(CollectSettings settings, Instant from, Path file, InstantSource clock)
      throws IOException {
    try (OutsideSources sources = new OutsideSources(clock);
        Writer out = Files.newBufferedWriter(file)) {
      List<MetricPoll> polls = new ArrayList<>();
      for (Metric metric : settings.metrics()) {
        if (metric.origin() instanceof CloudWatch) {
          polls.add(new MetricPoll(metric, sources.of(metric), Optional.empty()));
        }
      }
      return new HistoryExport(polls).write(from, clock.instant(), out);
    }
  }

  /** What of an export from {@code from} comes coarser than asked, or is kept no longer. */
  public static List<String> notes(CollectSettings settings, Instant from, InstantSource clock) {
    List<String> notes = new ArrayList<>();
    Instant now = clock.instant();
    for (Metric metric : settings.metrics()) {
      if (metric.origin() instanceof CloudWatch origin) {
        RetentionNotes.of(origin.query(), from, now, now)
            .forEach(note -> notes.add(metric.name() + ": " + note));
      } else {
        notes.add(metric.name() + ": is not of CloudWatch, and not exported");
      }
    }
    return notes;
  }
}
