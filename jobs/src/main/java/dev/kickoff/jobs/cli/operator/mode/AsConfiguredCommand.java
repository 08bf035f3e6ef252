package dev.kickoff.jobs.cli.operator.mode;

import dev.kickoff.jobs.cli.operator.connect.Change;
import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.Reason;
import dev.kickoff.jobs.cli.operator.connect.Requests;
import dev.kickoff.jobs.cli.operator.connect.Told;
import dev.kickoff.jobs.cli.operator.connect.WriteOptions;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.client.Orders;
import dev.kickoff.jobs.client.document.StandingOverride;
import dev.kickoff.jobs.client.request.Filter;
import dev.kickoff.jobs.client.request.Order;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kickoff mode as-configured}: the fleet file's mode holds again. */
@Command(
    name = "as-configured",
    description = "Ends what `mode forecast-only` ordered; the fleet file's mode holds again.",
    footer = {
      "",
      "Example:",
      "  kickoff mode as-configured web-asg --reason \"the scorecard convinced us\""
    })
final class AsConfiguredCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "GROUP", description = "The Auto Scaling group.")
  private String group = "";

  @Mixin private Reason reason = new Reason();
  @Mixin private WriteOptions write = new WriteOptions();
  @Mixin private Connection connection = new Connection();

  @Override
  public Integer call() {
    Orders orders = connection.client().orders();
    String id = Requests.ask(() -> forecastOnly(orders));
    Optional<String> why = Optional.of(reason.text());
    return new Change(connection, write)
        .make(
            () -> orders.previewEnd(id, why),
            () -> orders.end(id, why),
            ended -> Told.ended(ended, connection.times()));
  }

  private String forecastOnly(Orders orders) {
    String kind = Order.Kind.FORECAST_ONLY.wireName();
    for (StandingOverride order : orders.list(Filter.none().with("group", group))) {
      if (order.what().kind().equals(kind) && order.what().group().equals(Optional.of(group))) {
        return order.id();
      }
    }
    throw new ExitException(
        ExitCode.USAGE, "kickoff: no order makes '" + group + "' forecast only; see `status`");
  }
}
