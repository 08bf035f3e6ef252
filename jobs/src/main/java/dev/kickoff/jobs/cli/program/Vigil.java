package dev.kickoff.jobs.cli.program;

import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import java.util.Optional;
import java.util.function.Supplier;

/** The watch over a program that runs until somebody stops it, or a part of it fails. */
final class Vigil {
  private static final long WATCH_MILLIS = 200;

  private Vigil() {}

  /**
   * Watches until the thread is interrupted.
   *
   * @param problem what has stopped working and will not mend itself; empty while all goes well
   * @param code of the exit when there is one
   * @throws ExitException when there is one
   */
  static void over(Supplier<Optional<String>> problem, ExitCode code) {
    Object never = new Object();
    try {
      while (true) {
        Optional<String> found = problem.get();
        if (found.isPresent()) {
          throw new ExitException(code, "kickoff: " + found.get());
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
