package dev.kickoff.jobs.cli.lab;

import dev.kickoff.connectors.aws.policy.GroupPolicies;
import dev.kickoff.connectors.aws.policy.PolicyReader;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.config.FleetFile;
import dev.kickoff.jobs.config.FleetSettings;
import dev.kickoff.jobs.lab.export.AwsPlan;
import dev.kickoff.jobs.lab.export.ExportFormat;
import dev.kickoff.jobs.lab.export.ExportTarget;
import dev.kickoff.jobs.lab.export.PolicyDiff;
import dev.kickoff.jobs.lab.export.PolicyFiles;
import dev.kickoff.jobs.lab.export.Translation;
import dev.kickoff.jobs.lab.tune.TuneOutcome;
import dev.kickoff.model.fleet.FleetDoor;
import dev.kickoff.model.lab.tune.Cell;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What becomes of a policy that was found: code for AWS, and the difference to what is there. */
final class TuneExport {
  private static final String LIVE = "aws";

  @Option(
      names = "--group",
      paramLabel = "NAME",
      description = "The Auto Scaling group to write the policy for (default: the fleet's).")
  private @Nullable String group;

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      description = "Code on stdout: cloudformation, cloudformation-yaml, terraform or aws.")
  private @Nullable ExportFormat as;

  @Option(
      names = "--diff-against",
      paramLabel = "FILE",
      description = {
        "What the group has now: JSON of aws autoscaling describe-policies, and again for aws",
        "cloudwatch describe-alarms; or aws: ask AWS itself."
      })
  private List<Path> against = new ArrayList<>();

  @Option(
      names = "--fleet",
      paramLabel = "FILE",
      description = "The group's name and how AWS is reached: YAML.")
  private @Nullable Path fleet;

  @Option(names = "--region", paramLabel = "REGION", description = "The region of --diff-against.")
  private @Nullable String region;

  @Option(
      names = "--endpoint",
      paramLabel = "URI",
      description = "In place of AWS itself, such as the simulator's.")
  private @Nullable URI endpoint;

  boolean isOnStdout() {
    return as != null;
  }

  /** Fails on options that do not go together. */
  void check(boolean isJson) {
    if (isJson && as != null) {
      throw usage("--as and -o json both want stdout; choose one");
    }
    if (name().isEmpty() && (as != null || !against.isEmpty())) {
      throw usage("--group is missing: a policy is written for a group");
    }
    name()
        .filter(named -> !Translation.isGroupName(named))
        .ifPresent(
            named -> {
              throw usage("--group '" + named + "' is no name of an Auto Scaling group");
            });
    if (!isLive() && (region != null || endpoint != null)) {
      throw usage("--region and --endpoint go with --diff-against aws");
    }
    if (isLive() && against.size() > 1) {
      throw usage("--diff-against aws asks AWS itself; leave the files out");
    }
  }

  private boolean isLive() {
    return against.stream().anyMatch(file -> file.toString().equals(LIVE));
  }

  private Optional<FleetSettings> settings() {
    return Optional.ofNullable(fleet).map(FleetFile::read);
  }

  private Optional<String> name() {
    return Optional.ofNullable(group)
        .or(() -> settings().map(settings -> settings.group().group()));
  }

  /** Writes what was asked for; nothing where no group is known. */
  void write(TuneOutcome outcome, ExportTarget target) {
    Optional<String> named = name();
    if (named.isEmpty()) {
      return;
    }
    Optional<Cell> chosen = outcome.chosen();
    if (chosen.isEmpty()) {
      throw new ExitException(
          ExitCode.QUALITY_GATE_MISSED, "kickoff: no candidate holds the limit; nothing to write");
    }
    AwsPlan plan = Translation.of(named.get(), outcome.settings(), chosen.get());
    plan.remarks().forEach(remark -> target.err().println("note: " + remark));
    target.err().flush();
    for (ExportFormat format : ExportFormat.values()) {
      target
          .folder()
          .ifPresent(folder -> LabReports.file(folder, format.fileName(), format.write(plan)));
    }
    if (as != null) {
      target.out().print(as.write(plan));
    }
    if (!against.isEmpty()) {
      PrintWriter words = target.isTaken() ? target.err() : target.out();
      words.print("\n" + PolicyDiff.of(plan, present(named.get())).text());
      words.flush();
    }
    target.out().flush();
  }

  private GroupPolicies present(String named) {
    if (!isLive()) {
      return PolicyFiles.read(against);
    }
    FleetDoor door = settings().map(FleetSettings::door).orElse(FleetDoor.DEFAULT);
    FleetDoor there = door.elsewhere(Optional.ofNullable(region), Optional.ofNullable(endpoint));
    try (PolicyReader reader = PolicyReader.of(there)) {
      return reader.read(named);
    }
  }

  private static ExitException usage(String message) {
    return new ExitException(ExitCode.USAGE, "kickoff: " + message);
  }
}
