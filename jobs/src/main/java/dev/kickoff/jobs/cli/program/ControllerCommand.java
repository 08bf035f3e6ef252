package dev.kickoff.jobs.cli.program;

import dev.kickoff.jobs.ControllerProgram;
import dev.kickoff.jobs.api.security.DevToken;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.cli.option.AccessOption;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.config.FleetFile;
import dev.kickoff.jobs.config.FleetSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kickoff controller}: the control loop of one group, for a real deployment. */
@Command(
    name = "controller",
    description =
        "Controls the group of a fleet file: reads forecasts and demand from the topics, decides,"
            + " and changes the Auto Scaling group as its mode allows. Several may run: one leads,"
            + " the others take over within some ten seconds. Ctrl-C stops it.",
    footer = {"", "Example:", "  kickoff controller --bootstrap kafka:9092 --fleet web.yaml"})
public final class ControllerCommand implements Runnable {
  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      required = true,
      description = "Where the Kafka broker is found.")
  private String bootstrap = "";

  @Option(
      names = "--fleet",
      paramLabel = "FILE",
      required = true,
      description = "The group of hosts, its mode, and how it is reached: YAML.")
  private Path fleetFile = Path.of("fleet.yaml");

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "2",
      description = "Partitions of the topics by service (default: 2).")
  private int partitions;

  @Option(
      names = "--replication",
      paramLabel = "N",
      defaultValue = "1",
      description = "Copies of topics that are missing (default: 1).")
  private int replication;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8081",
      description = "Where it shows what it sees, on 127.0.0.1 (default: 8081; 0: a free one).")
  private int port;

  @Option(
      names = "--instance",
      paramLabel = "NAME",
      description =
          "A name of this process that outlives it, such as its pod's in a stateful set: started"
              + " again, it leads again at once.")
  private @Nullable String instance;

  @Mixin private AccessOption access = new AccessOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    FleetSettings fleet = FleetFile.read(fleetFile);
    DevToken token = access.token();
    PrintWriter err = spec.commandLine().getErr();
    try (ControllerProgram program = start(fleet, token)) {
      Runtime.getRuntime().addShutdownHook(new Thread(program::close, "stop"));
      err.printf(
          "kickoff: controller of %s in %s mode; what it sees: %s%n",
          fleet.group().group(), fleet.group().mode(), AccessOption.address(token, program.port()));
      err.flush();
      Vigil.over(program::problem, ExitCode.INTERNAL);
    }
  }

  private ControllerProgram start(FleetSettings fleet, DevToken token) {
    try {
      return new ControllerProgram(
          new ControllerProgram.Wiring(
              bootstrap,
              partitions,
              replication,
              port,
              token.check(),
              Optional.ofNullable(instance)),
          fleet,
          EngineTime.live(InstantSource.system()));
    } catch (RuntimeException e) {
      throw new ExitException(
          ExitCode.OUTSIDE_FAILED, "kickoff: the controller did not start: " + e.getMessage());
    }
  }
}
