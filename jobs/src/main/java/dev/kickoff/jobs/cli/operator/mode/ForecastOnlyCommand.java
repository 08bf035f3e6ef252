package dev.kickoff.jobs.cli.operator.mode;

import dev.kickoff.jobs.cli.operator.connect.Change;
import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.Reason;
import dev.kickoff.jobs.cli.operator.connect.TermOptions;
import dev.kickoff.jobs.cli.operator.connect.Told;
import dev.kickoff.jobs.cli.operator.connect.WriteOptions;
import dev.kickoff.jobs.client.Orders;
import dev.kickoff.jobs.client.request.Order;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kickoff mode forecast-only}: decisions are recorded and change nothing. */
@Command(
    name = "forecast-only",
    description = {
      "Records decisions about a group without making them.",
      "`scorecard` says what they would have done. May last up to 30 days."
    },
    footer = {
      "",
      "Example:",
      "  kickoff mode forecast-only web-asg --for 14d --reason \"watching it first\""
    })
final class ForecastOnlyCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "GROUP", description = "The Auto Scaling group.")
  private String group = "";

  @Mixin private Reason reason = new Reason();
  @Mixin private TermOptions term = new TermOptions();
  @Mixin private WriteOptions write = new WriteOptions();
  @Mixin private Connection connection = new Connection();

  @Override
  public Integer call() {
    Order order =
        new Order(
            Optional.of(group),
            Order.Kind.FORECAST_ONLY,
            Optional.empty(),
            reason.text(),
            term.term());
    Orders orders = connection.client().orders();
    return new Change(connection, write)
        .make(
            () -> orders.preview(order),
            () -> orders.give(order),
            given -> Told.ordered(given, connection.times()));
  }
}
