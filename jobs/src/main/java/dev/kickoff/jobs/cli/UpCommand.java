package dev.kickoff.jobs.cli;

import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.connectors.ical.OccurrenceWindow;
import dev.kickoff.jobs.api.security.DevToken;
import dev.kickoff.jobs.cli.option.AccessOption;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.cli.option.InputOptions;
import dev.kickoff.jobs.config.CalendarFiles;
import dev.kickoff.jobs.config.DefaultFleet;
import dev.kickoff.jobs.config.FleetFile;
import dev.kickoff.jobs.config.FleetSettings;
import dev.kickoff.jobs.config.Inputs;
import dev.kickoff.jobs.local.CalendarFeed;
import dev.kickoff.jobs.local.CalendarReading;
import dev.kickoff.jobs.local.Recording;
import dev.kickoff.jobs.local.RunSettings;
import dev.kickoff.jobs.local.StateFolder;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.simulation.MatchDay;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kickoff up}: the whole engine in one JVM, over recorded demand or the match day. */
@Command(
    name = "up",
    description =
        "Runs the whole engine in this process: a Kafka broker, the Flink job, the controller, the"
            + " console, and a simulated Auto Scaling endpoint that the AWS SDK talks to. Without"
            + " --metrics it plays the built-in match day. Calendar files that change are read"
            + " again, and only the difference is taken over. Ctrl-C stops it; the next start goes"
            + " on where it was.",
    footer = {
      "",
      "Example:",
      "  kickoff up --metrics metrics.csv --calendar calendar.csv --zone Europe/Paris \\",
      "    --from 1998-06-23T12:00:00Z --speed 120"
    })
public final class UpCommand implements Runnable {
  private static final Duration BEFORE_KICK_OFF = Duration.ofHours(3);

  @Mixin private InputOptions input = new InputOptions();
  @Mixin private PlayedSpan span = new PlayedSpan();
  @Mixin private RunOptions run = new RunOptions();
  @Mixin private AccessOption access = new AccessOption();

  @Option(
      names = "--fleet",
      paramLabel = "FILE",
      description = "The group of hosts: YAML (default: that of the built-in match day).")
  private @Nullable Path fleetFile;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    FleetSettings fleet = fleetFile == null ? DefaultFleet.settings() : FleetFile.read(fleetFile);
    Recording recording;
    RunSettings.Window window;
    if (input.metricsFile().isPresent()) {
      MetricsRead metrics = input.readMetrics(fleet.service().orElse(FleetFile.DEFAULT_SERVICE));
      fleet = Inputs.settle(fleet, metrics, input.metricsFile().get());
      recording = recording(metrics);
      window = span.of(recording, recording.start());
    } else {
      MatchDay day = MatchDay.DEFAULT;
      recording = matchDay(day, fleet);
      window = span.of(recording, day.kickoffAt().minus(BEFORE_KICK_OFF));
    }
    DevToken token = access.token();
    RunSettings settings = run.settings(window, input.zone(), name(window.from()), token.check());
    play(recording, run.acting(fleet), settings, token);
  }

  private Recording recording(MetricsRead metrics) {
    try {
      return new Recording(metrics.series(), input.unit(), known(metrics));
    } catch (IllegalArgumentException e) {
      String file = input.metricsFile().map(Path::toString).orElse("metrics");
      String what = "kickoff: " + file + " cannot be played: " + e.getMessage();
      throw new ExitException(ExitCode.USAGE, what);
    }
  }

  private Recording.Known known(MetricsRead read) {
    return new Recording.Known(
        input.readCalendar(), feed(), input.readLabels(), input.lineage(read), read.signals());
  }

  private CalendarFeed feed() {
    CalendarFiles files = input.calendarFiles();
    OccurrenceWindow window = input.window();
    return new CalendarFeed(
        files.files(),
        () -> {
          CalendarFiles.Reading read = files.read(window);
          return new CalendarReading(read.calendar(), OptionalInt.of(read.refused()));
        });
  }

  private static Recording matchDay(MatchDay day, FleetSettings fleet) {
    return new Recording(
        Map.of(fleet.group().service(), day.minutes(day.historyFrom(), day.until())),
        DemandUnit.RPM,
        EventCalendar.published(day.events()));
  }

  /** What is played, so that each recording has a state folder of its own. */
  private List<String> name(Instant start) {
    List<String> played = new ArrayList<>();
    Collections.addAll(
        played,
        input.metricsFile().map(UpCommand::absolute).orElse("match-day"),
        input.calendarFiles().name(),
        Optional.ofNullable(fleetFile).map(UpCommand::absolute).orElse(""),
        input.zone().getId(),
        input.unit().name(),
        start.toString());
    input.labelsFile().map(UpCommand::absolute).ifPresent(played::add);
    played.addAll(input.inherited());
    return played;
  }

  private static String absolute(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }

  private void play(
      Recording recording, FleetSettings fleet, RunSettings settings, DevToken token) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        "kickoff: starting; history from %s, playing %s to %s at up to %sx%n",
        recording.start(), settings.window().from(), settings.window().until(), settings.speed());
    err.flush();
    StateFolder state = run.take(settings.state());
    new EngineSession(recording, fleet, settings, new EngineSession.Words(err, token))
        .run(state, run.exitsAtEnd());
  }
}
