package dev.kickoff.jobs.cli.check;

import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.aws.AutoScalingClients;
import dev.kickoff.connectors.aws.GroupInspection;
import dev.kickoff.connectors.aws.QuotaReader;
import dev.kickoff.jobs.config.FleetSettings;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupCondition;
import dev.kickoff.model.fleet.GroupSize;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What stands in the way of a group's capacity, as the group and its account are now. */
final class GroupCheck {
  private static final SortedSet<String> NEEDED =
      new TreeSet<>(List.of("AddToLoadBalancer", "Launch", "ScheduledActions"));

  private final Path file;
  private final GroupSettings group;
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private GroupCheck(Path file, GroupSettings group) {
    this.file = file;
    this.group = group;
  }

  /** Looks at the group of a fleet file, and at the quota where the file says how; never fails. */
  static GroupCheck live(Path file, FleetSettings fleet) {
    GroupInspection seen =
        GroupInspection.of(fleet.door(), fleet.group().group(), InstantSource.system());
    Optional<QuotaReader.Quota> quota =
        fleet.claim().vcpusPerHost().isPresent() && seen.state().isPresent()
            ? Optional.of(
                new QuotaReader(fleet.door(), AutoScalingClients.CALL_TIMEOUT)
                    .hosts(fleet.claim().vcpusPerHost().getAsInt()))
            : Optional.empty();
    return of(file, fleet.group(), seen, quota);
  }

  /**
   * What a look at a group and its quota says.
   *
   * @param quota in hosts; empty where it was not asked for
   */
  static GroupCheck of(
      Path file, GroupSettings group, GroupInspection seen, Optional<QuotaReader.Quota> quota) {
    GroupCheck check = new GroupCheck(file, group);
    seen.troubles().forEach(check::trouble);
    seen.state().ifPresent(check::size);
    seen.state().flatMap(FleetState::condition).ifPresent(check::condition);
    if (seen.mix().isWeighted()) {
      check.notes.add(
          "%s counts its capacity in units of weight, %s: hosts, rpmPerHost, costs and limits are"
                  .formatted(group.group(), seen.mix().weights())
              + " taken for units, not for machines");
    }
    quota.ifPresent(check::quota);
    if (quota.isEmpty() && seen.state().isPresent()) {
      check.notes.add("the account's quota was not asked for; set limits.vcpusPerHost to have it");
    }
    return check;
  }

  List<Problem> problems() {
    return problems;
  }

  List<String> notes() {
    return notes;
  }

  private void add(String what, String remedy) {
    problems.add(new Problem(Place.of(file), ProblemKind.UNSUPPORTED, what, remedy));
  }

  private void trouble(FleetException trouble) {
    String said = String.valueOf(trouble.getMessage());
    int end = said.lastIndexOf("; ");
    if (end < 0 || trouble.kind() == FleetException.Kind.TRANSIENT) {
      add(end < 0 ? said : said.substring(0, end), "try again");
    } else {
      add(said.substring(0, end), said.substring(end + 2));
    }
  }

  private void size(FleetState state) {
    GroupSize own = state.size();
    GroupSize bounds = group.bounds();
    if (own.max() < bounds.max()) {
      add(
          "group '%s' has MaxSize %d, below hosts.max %d"
              .formatted(group.group(), own.max(), bounds.max()),
          "raise its MaxSize to %d, or lower hosts.max to %d".formatted(bounds.max(), own.max()));
    }
    if (own.min() > bounds.min()) {
      notes.add(
          "group '%s' has MinSize %d, above hosts.min %d: Kickoff may lower it as far"
              .formatted(group.group(), own.min(), bounds.min()));
    }
  }

  private void condition(GroupCondition seen) {
    SortedSet<String> missed = new TreeSet<>(seen.suspended());
    missed.retainAll(NEEDED);
    if (!missed.isEmpty()) {
      add(
          "processes of group '%s' are suspended that capacity needs: %s"
              .formatted(group.group(), String.join(", ", missed)),
          "aws autoscaling resume-processes --auto-scaling-group-name %s --scaling-processes %s"
              .formatted(group.group(), String.join(" ", missed)));
    }
    if (seen.refreshing()) {
      add(
          "an instance refresh of group '%s' is under way".formatted(group.group()),
          "wait until it has ended: until then nothing is lowered");
    }
    if (!"managed".equals(seen.tags().get("kickoff"))) {
      notes.add(
          "group '%s' has no tag kickoff=managed, without which the policy of deploy/iam lets"
                  .formatted(group.group())
              + " nobody change it");
    }
  }

  private void quota(QuotaReader.Quota quota) {
    if (quota.value().isEmpty()) {
      int end = quota.reason().lastIndexOf("; ");
      add(
          quota.reason().substring(0, end),
          "allow servicequotas:GetServiceQuota, or " + quota.reason().substring(end + 2));
    } else if (quota.value().getAsInt() < group.bounds().max()) {
      add(
          "wanted %d hosts, the quota allows %d: %s"
              .formatted(group.bounds().max(), quota.value().getAsInt(), quota.reason()),
          "have the quota raised, or lower hosts.max");
    }
  }
}
