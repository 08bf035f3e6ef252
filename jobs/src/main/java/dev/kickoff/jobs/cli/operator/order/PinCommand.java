package dev.kickoff.jobs.cli.operator.order;

import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.Reason;
import dev.kickoff.jobs.cli.operator.connect.TermOptions;
import dev.kickoff.jobs.cli.operator.connect.WriteOptions;
import dev.kickoff.jobs.client.request.Order.Kind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kickoff override pin}: floor and ceiling are one number. */
@Command(
    name = "pin",
    description = {
      "Holds a group at one number of hosts: not fewer, not more.",
      "Shows hosts and dollars now and then first; a large change waits for approval (exit code 3)."
    },
    footer = {
      "",
      "Examples:",
      "  kickoff override pin web-asg 40 --for 2h --reason \"load test of the release, by hand\"",
      "  kickoff override pin web-asg 40 --reason \"load test of the release, by hand\" --dry-run"
    })
final class PinCommand implements Callable<Integer> {
  @Mixin private HostsOrder order = new HostsOrder();
  @Mixin private Reason reason = new Reason();
  @Mixin private TermOptions term = new TermOptions();
  @Mixin private WriteOptions write = new WriteOptions();
  @Mixin private Connection connection = new Connection();

  @Override
  public Integer call() {
    return HostsOrder.give(connection, write, order.of(Kind.PIN, reason.text(), term.term()));
  }
}
