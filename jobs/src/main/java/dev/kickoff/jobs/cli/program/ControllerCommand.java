package dev.kickoff.jobs.cli.program;

import dev.kickoff.jobs.ControllerProgram;
import dev.kickoff.jobs.api.security.DevToken;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.cli.option.AccessOption;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.config.FleetSettings;
import dev.kickoff.jobs.config.SharedFleets;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kickoff controller}: the control loops of a service's groups, for a real deployment. */
@Command(
    name = "controller",
    description =
        "Controls the groups of fleet files, all of one service: reads forecasts and demand from"
            + " the topics, decides, and changes each Auto Scaling group as its mode allows."
            + " Several may run: one leads, the others take over within some ten seconds."
            + " Ctrl-C stops it.",
    footer = {
      "",
      "Examples:",
      "  kickoff controller --bootstrap kafka:9092 --fleet web.yaml",
      "  kickoff controller --bootstrap kafka:9092 --fleet web-a.yaml --fleet web-b.yaml"
    })
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
      description =
          "A group of hosts, its mode, its share of the demand, and how it is reached: YAML; may be"
              + " repeated.")
  private List<Path> fleetFiles = List.of();

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
    List<FleetSettings> fleets = SharedFleets.read(fleetFiles);
    DevToken token = access.token();
    PrintWriter err = spec.commandLine().getErr();
    try (ControllerProgram program = start(fleets, token)) {
      Runtime.getRuntime().addShutdownHook(new Thread(program::close, "stop"));
      err.printf(
          "kickoff: controller of %s; what it sees: %s%n",
          fleets.stream().map(ControllerCommand::words).collect(Collectors.joining(", ")),
          AccessOption.address(token, program.port()));
      err.flush();
      Vigil.over(program::problem, ExitCode.INTERNAL);
    }
  }

  private static String words(FleetSettings fleet) {
    double share = fleet.group().profile().shareOfDemand();
    String part = share == 1 ? "" : " with %.1f %% of the demand".formatted(100 * share);
    return fleet.group().group() + " in " + fleet.group().mode() + " mode" + part;
  }

  private ControllerProgram start(List<FleetSettings> fleets, DevToken token) {
    try {
      return new ControllerProgram(
          new ControllerProgram.Wiring(
              bootstrap,
              partitions,
              replication,
              port,
              token.check(),
              Optional.ofNullable(instance)),
          fleets,
          EngineTime.live(InstantSource.system()));
    } catch (RuntimeException e) {
      throw new ExitException(
          ExitCode.OUTSIDE_FAILED, "kickoff: the controller did not start: " + e.getMessage());
    }
  }
}
