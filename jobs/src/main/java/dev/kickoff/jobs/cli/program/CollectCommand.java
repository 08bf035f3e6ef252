package dev.kickoff.jobs.cli.program;

import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.collect.CloudWatchExport;
import dev.kickoff.jobs.collect.CollectRun;
import dev.kickoff.jobs.config.collect.CollectFile;
import dev.kickoff.jobs.config.collect.CollectSettings;
import dev.kickoff.model.demand.source.MetricSourceException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kickoff collect}: polls metrics and calendars, and writes them into the topics. */
@Command(
    name = "collect",
    description =
        "Polls CloudWatch, Prometheus and calendars, and writes what they say into Kafka. Goes on"
            + " where its newest samples in the topic end, and fills what is missing. A source"
            + " that fails stops no other.",
    footer = {
      "",
      "Example:",
      "  kickoff collect --config collect.yaml",
      "  kickoff collect --config collect.yaml --export history.csv --from 2026-05-01T00:00:00Z"
    })
public final class CollectCommand implements Runnable {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "What is collected, how often, and the brokers it goes to: YAML.")
  private Path config = Path.of("collect.yaml");

  @Option(names = "--once", description = "Poll every source once and exit: for cron.")
  private boolean once;

  @Option(
      names = "--export",
      paramLabel = "FILE",
      description = "Write what CloudWatch still keeps as a metrics CSV, and exit.")
  private @Nullable Path export;

  @Option(
      names = "--from",
      paramLabel = "T",
      description = "Start of what is exported: ISO-8601 with an offset.")
  private @Nullable Instant from;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    CollectSettings settings = CollectFile.read(config);
    InstantSource clock = InstantSource.system();
    try {
      if (export != null) {
        export(settings, export, clock);
        return;
      }
      try (CollectRun run = CollectRun.of(settings, clock)) {
        if (once) {
          pollOnce(run);
        } else {
          goOn(run, settings);
        }
      }
    } catch (MetricSourceException e) {
      boolean ours = e.kind() == MetricSourceException.Kind.MISCONFIGURED;
      throw failed(ours ? ExitCode.USAGE : ExitCode.OUTSIDE_FAILED, e.getMessage());
    } catch (IllegalStateException e) {
      throw failed(ExitCode.OUTSIDE_FAILED, e.getMessage());
    }
  }

  private static ExitException failed(ExitCode code, @Nullable String why) {
    return new ExitException(code, "kickoff: " + why);
  }

  private void export(CollectSettings settings, Path file, InstantSource clock) {
    if (from == null) {
      throw failed(ExitCode.USAGE, "--export needs --from; write --from 2026-05-01T00:00:00Z");
    }
    CloudWatchExport.notes(settings, from, clock).forEach(note -> say("note: " + note));
    try {
      long rows = CloudWatchExport.write(settings, from, file, clock);
      say("kickoff: " + rows + " rows in " + file);
    } catch (IOException e) {
      throw failed(ExitCode.USAGE, file + " cannot be written: " + e.getMessage());
    }
  }

  private static void pollOnce(CollectRun run) {
    if (!run.once()) {
      throw failed(ExitCode.OUTSIDE_FAILED, "a source failed; the log above says which and why");
    }
  }

  private void goOn(CollectRun run, CollectSettings settings) {
    Runtime.getRuntime().addShutdownHook(new Thread(run::close, "stop"));
    say(
        "kickoff: collecting %d metrics and %d calendars into %s"
            .formatted(
                settings.metrics().size(), settings.calendars().size(), settings.bootstrap()));
    run.start();
    Vigil.over(run::problem, ExitCode.OUTSIDE_FAILED);
  }

  private void say(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }
}
