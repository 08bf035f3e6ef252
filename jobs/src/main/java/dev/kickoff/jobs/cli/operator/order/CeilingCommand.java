package dev.kickoff.jobs.cli.operator.order;

import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.Reason;
import dev.kickoff.jobs.cli.operator.connect.TermOptions;
import dev.kickoff.jobs.cli.operator.connect.WriteOptions;
import dev.kickoff.jobs.client.request.Order.Kind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kickoff override ceiling}: not more hosts. */
@Command(
    name = "ceiling",
    description = {
      "Never asks for more hosts, whatever the forecast says.",
      "Shows hosts and dollars now and then first; a large change waits for approval (exit code 3)."
    },
    footer = {
      "",
      "Examples:",
      "  kickoff override ceiling web-asg 40 --for 2h --reason \"the database cannot take more"
          + " clients\"",
      "  kickoff override ceiling web-asg 40 --reason \"the database cannot take more clients\""
          + " --dry-run"
    })
final class CeilingCommand implements Callable<Integer> {
  @Mixin private HostsOrder order = new HostsOrder();
  @Mixin private Reason reason = new Reason();
  @Mixin private TermOptions term = new TermOptions();
  @Mixin private WriteOptions write = new WriteOptions();
  @Mixin private Connection connection = new Connection();

  @Override
  public Integer call() {
    return HostsOrder.give(connection, write, order.of(Kind.CEILING, reason.text(), term.term()));
  }
}
