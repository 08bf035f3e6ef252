package dev.kickoff.jobs.cli.operator;

import dev.kickoff.jobs.cli.operator.connect.Change;
import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.GroupChoice;
import dev.kickoff.jobs.cli.operator.connect.Reason;
import dev.kickoff.jobs.cli.operator.connect.TermOptions;
import dev.kickoff.jobs.cli.operator.connect.Told;
import dev.kickoff.jobs.cli.operator.connect.WriteOptions;
import dev.kickoff.jobs.client.Orders;
import dev.kickoff.jobs.client.document.StandingOverride;
import dev.kickoff.jobs.client.request.Order;
import dev.kickoff.jobs.client.request.Order.Kind;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kickoff freeze}: the engine changes nothing any more. */
@Command(
    name = "freeze",
    description = {
      "Stops the engine from changing a group, or all.",
      "What stands in the group's schedule still fires, and the group's own scaling policy goes"
          + " on;",
      "--everything suspends the schedule too."
    },
    footer = {
      "",
      "Examples:",
      "  kickoff freeze web-asg --reason \"forecast looks wrong, looking into it\"",
      "  kickoff freeze --all --everything --for 1h --reason \"failover drill in progress\""
    })
public final class FreezeCommand implements Callable<Integer> {
  /** How much is frozen, one of three. */
  static final class Extent {
    @Option(
        names = "--everything",
        description = "Also suspend the scheduled actions that stand in AWS.")
    private boolean everything;

    @Option(names = "--in", description = "Only scaling in: nothing is lowered.")
    private boolean in;

    @Option(names = "--out", description = "Only scaling out: nothing is raised.")
    private boolean out;

    Kind kind() {
      if (everything) {
        return Kind.FREEZE_EVERYTHING;
      }
      return in ? Kind.FREEZE_IN : out ? Kind.FREEZE_OUT : Kind.FREEZE;
    }
  }

  @Mixin private GroupChoice choice = new GroupChoice();

  @ArgGroup(exclusive = true, multiplicity = "0..1")
  private Extent extent = new Extent();

  @Mixin private Reason reason = new Reason();
  @Mixin private TermOptions term = new TermOptions();
  @Mixin private WriteOptions write = new WriteOptions();
  @Mixin private Connection connection = new Connection();

  @Override
  public Integer call() {
    Order order =
        new Order(choice.group(), extent.kind(), Optional.empty(), reason.text(), term.term());
    Orders orders = connection.client().orders();
    return new Change(connection, write)
        .make(() -> orders.preview(order), () -> orders.give(order), this::told);
  }

  private String told(StandingOverride order) {
    String fires =
        extent.kind() == Kind.FREEZE_EVERYTHING
            ? "\nthe schedule in AWS is suspended too: capacity planned for events does not come"
            : "\nwhat stands in the schedule in AWS still fires";
    String resume =
        "\nresume: kickoff resume " + choice.group().orElse("--all") + " --reason \"...\"";
    return Told.ordered(order, connection.times()) + fires + resume;
  }
}
