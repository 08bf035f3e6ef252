package dev.kickoff.jobs.collect.pull;

import dev.kickoff.connectors.cloudwatch.RetentionNotes;
import dev.kickoff.jobs.collect.MetricSamples;
import dev.kickoff.jobs.collect.OutsideSources;
import dev.kickoff.jobs.config.collect.CollectSettings;
import dev.kickoff.jobs.config.collect.CollectSettings.CloudWatch;
import dev.kickoff.jobs.config.collect.CollectSettings.Metric;
import dev.kickoff.model.demand.DemandSample;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.demand.signal.Signal;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Pulls requests, processor and latency of a service from where the collector would, and writes
 * them as a load test: {@code timestamp,rpm,cpu,latency_ms}, in the longest step that any of them
 * comes in. Nothing is filled in: a step that requests or processor do not cover has no row.
 */
public final class LoadPull {
  private final CollectSettings settings;
  private final Instant from;
  private final Instant until;
  private final InstantSource clock;
  private final List<String> notes = new ArrayList<>();

  /**
   * @param until exclusive, after {@code from}
   */
  public LoadPull(CollectSettings settings, Instant from, Instant until, InstantSource clock) {
    this.settings = settings;
    this.from = from;
    this.until = until;
    this.clock = clock;
  }

  /**
   * Writes {@code file}.
   *
   * @return what is coarser than asked, no longer kept, or missing, in words
   * @throws IllegalArgumentException where the settings have no requests or no processor, or those
   *     of several services
   * @throws dev.kickoff.model.demand.source.MetricSourceException when a source cannot be read
   */
  public List<String> write(Path file) throws IOException {
    requireOneService();
    List<DemandSample> samples = read();
    Duration step =
        samples.stream()
            .map(DemandSample::period)
            .max(Duration::compareTo)
            .orElse(Duration.ofMinutes(1));
    PulledSteps steps = new PulledSteps(step);
    samples.forEach(steps::put);
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("timestamp,rpm,cpu,latency_ms\n");
      for (String row : steps.rows(from, until)) {
        out.write(row + "\n");
      }
    }
    if (steps.partial() > 0) {
      notes.add(
          "%d steps of %s are without requests or processor for all of it; they are left out"
              .formatted(steps.partial(), step));
    }
    return List.copyOf(notes);
  }

  private void requireOneService() {
    Set<Service> services =
        settings.metrics().stream()
            .map(metric -> metric.meaning().service())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> names =
        settings.metrics().stream()
            .map(metric -> metric.meaning().sampleName())
            .collect(Collectors.toSet());
    if (services.size() > 1) {
      throw new IllegalArgumentException(
          "the sources are of several services, " + services + "; keep those of one");
    }
    for (String needed : List.of(DemandSample.REQUESTS, Signal.CPU.sampleName())) {
      if (!names.contains(needed)) {
        throw new IllegalArgumentException(
            "no source gives " + needed + "; add one with signal: " + needed);
      }
    }
  }

  private List<DemandSample> read() {
    List<DemandSample> samples = new ArrayList<>();
    try (OutsideSources sources = new OutsideSources(clock)) {
      for (Metric metric : settings.metrics()) {
        if (metric.meaning().sampleName().equals(Signal.ERROR_SHARE.sampleName())) {
          continue;
        }
        List<DemandSample> read = new MetricSamples(metric, sources.of(metric)).read(from, until);
        samples.addAll(read);
        if (read.isEmpty()) {
          notes.add(metric.name() + " gave nothing from " + from + " to " + until);
        }
        if (metric.origin() instanceof CloudWatch origin) {
          RetentionNotes.of(origin.query(), from, until, clock.instant())
              .forEach(note -> notes.add(metric.name() + ": " + note));
        }
      }
    }
    return samples;
  }
}
