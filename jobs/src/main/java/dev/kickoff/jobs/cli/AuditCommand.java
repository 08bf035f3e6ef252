package dev.kickoff.jobs.cli;

import dev.kickoff.jobs.Audit;
import dev.kickoff.jobs.Brain;
import dev.kickoff.jobs.api.audit.AuditVerification;
import dev.kickoff.jobs.cli.operator.AuditListCommand;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.config.DefaultFleet;
import dev.kickoff.jobs.config.FleetSettings;
import dev.kickoff.jobs.config.Inputs;
import dev.kickoff.jobs.config.SharedFleets;
import dev.kickoff.jobs.control.RecordedRun;
import dev.kickoff.jobs.local.EmbeddedBroker;
import dev.kickoff.jobs.local.StateFolder;
import dev.kickoff.model.demand.ServiceMasks;
import dev.kickoff.model.demand.inherit.Lineage;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kickoff audit}: what can be checked about a recorded run. */
@Command(
    name = "audit",
    description = "Lists what people asked for, and checks the record of past decisions.",
    subcommands = {AuditListCommand.class, AuditCommand.Verify.class},
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example:", "  kickoff audit verify --state .kickoff/FOLDER"})
public final class AuditCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new picocli.CommandLine.ParameterException(spec.commandLine(), "a command is missing");
  }

  /** {@code kickoff audit verify}: issues and decides everything again, and compares. */
  @Command(
      name = "verify",
      description = {
        "Issues every forecast and decides every decision of a stopped local run again, from what",
        "its topics hold, in the order in which it became available. Exit code 99 where one",
        "differs. Follows the chains of the audit of requests too, and names each entry that was",
        "changed, is missing or is out of order."
      },
      footer = {
        "",
        "Example:",
        "  kickoff audit verify --state .kickoff/match-day-1a2b3c4d5e6f --zone Europe/Paris"
      })
  static final class Verify implements Runnable {
    @Option(
        names = "--state",
        required = true,
        paramLabel = "DIR",
        description = "The state folder of the run, as `up` printed it.")
    private Path folder = Path.of("");

    @Option(
        names = "--fleet",
        paramLabel = "FILE",
        description =
            "A fleet the run had (default: that of the built-in match day); may be repeated.")
    private List<Path> fleetFiles = List.of();

    @Option(
        names = "--zone",
        paramLabel = "ZONE",
        defaultValue = "UTC",
        description = "The time zone the run had (default: UTC).")
    private ZoneId zone = ZoneOffset.UTC;

    @Option(
        names = "--labels",
        paramLabel = "FILE",
        description = "The labels the run had (default: none).")
    private @Nullable Path labels;

    @Option(
        names = "--inherit",
        paramLabel = "NEW=OLD",
        description = "Who went on with whose history in the run; may be repeated.")
    private List<String> inherit = List.of();

    @Spec private CommandSpec spec = CommandSpec.create();

    private Lineage lineage() {
      try {
        return Lineage.of(inherit);
      } catch (IllegalArgumentException e) {
        throw new ExitException(ExitCode.USAGE, "kickoff: " + e.getMessage());
      }
    }

    @Override
    public void run() {
      if (!Files.isDirectory(folder.resolve("broker"))) {
        throw new ExitException(
            ExitCode.USAGE,
            "kickoff: " + folder + " holds no run; name a folder that `up` printed");
      }
      List<FleetSettings> fleets =
          fleetFiles.isEmpty() ? List.of(DefaultFleet.settings()) : SharedFleets.read(fleetFiles);
      try (StateFolder state = RunOptions.take(folder, false);
          EmbeddedBroker broker =
              EmbeddedBroker.start(EmbeddedBroker.BrokerSettings.in(state.broker()))) {
        ServiceMasks masks =
            labels == null ? ServiceMasks.none() : Inputs.labels(labels, zone).masks();
        Audit audit = Audit.of(broker.bootstrap(), fleets, Brain.issuer(zone, masks), lineage());
        print("forecasts", audit.forecasts());
        audit
            .decisions()
            .forEach(
                (group, outcome) ->
                    print(fleets.size() == 1 ? "decisions" : "decisions of " + group, outcome));
        boolean chained = printChains(AuditVerification.of(broker.bootstrap(), Instant.now()));
        if (!audit.agrees() || !chained) {
          throw new ExitException(
              ExitCode.QUALITY_GATE_MISSED, "kickoff: the record does not agree");
        }
      }
    }

    private boolean printChains(AuditVerification.Outcome chains) {
      PrintWriter out = spec.commandLine().getOut();
      out.printf("requests: %d, %d problems%n", chains.entries(), chains.problems().size());
      chains.problems().forEach(problem -> out.println("  " + problem));
      out.flush();
      return chains.problems().isEmpty();
    }

    private void print(String what, RecordedRun.Outcome outcome) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(what + ": " + outcome.agreeing() + " of " + outcome.recorded() + " agree");
      outcome.firstDifference().ifPresent(difference -> out.println("  " + difference));
      out.flush();
    }
  }
}
