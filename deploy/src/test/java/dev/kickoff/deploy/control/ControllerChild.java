package dev.kickoff.deploy.control;

import dev.kickoff.jobs.ControllerProgram;
import dev.kickoff.jobs.api.security.KnownTokens;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.config.SharedFleets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The controller in a process of its own, in virtual time: bootstrap, fleet file, clock. */
final class ControllerChild {
  private ControllerChild() {}

  public static void main(String[] args) throws InterruptedException {
    SharedClock clock = SharedClock.of(args[2]);
    ControllerProgram program =
        new ControllerProgram(
            new ControllerProgram.Wiring(args[0], 2, 1, 0, new KnownTokens(), Optional.of("child")),
            SharedFleets.read(List.of(Path.of(args[1]))),
            new EngineTime(clock, clock::speed, () -> false));
    while (program.problem().isEmpty()) {
      Thread.sleep(100); // sleeps only to notice that a part has failed, which ends the process
    }
    System.err.println(program.problem().get());
    System.exit(1);
  }
}
