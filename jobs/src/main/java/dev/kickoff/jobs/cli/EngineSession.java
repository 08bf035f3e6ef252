package dev.kickoff.jobs.cli;

import dev.kickoff.jobs.Assembly;
import dev.kickoff.jobs.RunningEngine;
import dev.kickoff.jobs.api.security.DevToken;
import dev.kickoff.jobs.cli.option.AccessOption;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.config.FleetSettings;
import dev.kickoff.jobs.local.Recording;
import dev.kickoff.jobs.local.RunSettings;
import dev.kickoff.jobs.local.StateFolder;
import java.io.PrintWriter;
import java.util.Optional;

/** One run of the local engine in the foreground: started, told of, and watched until it ends. */
final class EngineSession {
  private static final long WATCH_MILLIS = 200;

  private final Recording recording;
  private final FleetSettings fleet;
  private final RunSettings settings;
  private final Words words;

  /**
   * Where people read what is going on.
   *
   * @param out for people
   * @param token that opens the console
   */
  record Words(PrintWriter out, DevToken token) {}

  /**
   * @param words where people read what is going on
   */
  EngineSession(Recording recording, FleetSettings fleet, RunSettings settings, Words words) {
    this.recording = recording;
    this.fleet = fleet;
    this.settings = settings;
    this.words = words;
  }

  /**
   * Runs until the recording has been played or, unless {@code exitsAtEnd}, until the thread is
   * interrupted.
   *
   * @param state taken for this run; given back at its end
   * @throws ExitException when the engine does not start, or a part of it fails later
   */
  void run(StateFolder state, boolean exitsAtEnd) {
    try (RunningEngine engine = start(state)) {
      Thread stop = new Thread(engine::close, "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      boolean acting = fleet.group().mode().acts();
      words
          .out()
          .printf(
              "kickoff: console at %s  (%s; Ctrl-C stops)%n"
                  + "kickoff: broker at %s, state in %s%n",
              AccessOption.address(words.token(), engine.port()),
              acting ? "acting on the simulated fleet" : "forecast only",
              engine.bootstrap(),
              state.path());
      words.out().flush();
      watch(engine, exitsAtEnd);
    }
  }

  private RunningEngine start(StateFolder state) {
    try {
      return Assembly.local(recording, fleet, settings, state);
    } catch (IllegalStateException e) {
      throw new ExitException(
          ExitCode.INTERNAL, "kickoff: the engine did not start: " + e.getMessage());
    }
  }

  private static void watch(RunningEngine engine, boolean exitsAtEnd) {
    Object never = new Object();
    try {
      while (!(exitsAtEnd && engine.ended())) {
        Optional<String> problem = engine.problem();
        if (problem.isPresent()) {
          throw new ExitException(ExitCode.INTERNAL, "kickoff: " + problem.get());
        }
        synchronized (never) {
          never.wait(WATCH_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
