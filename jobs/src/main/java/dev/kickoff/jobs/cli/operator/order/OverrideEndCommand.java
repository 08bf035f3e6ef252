package dev.kickoff.jobs.cli.operator.order;

import dev.kickoff.jobs.cli.operator.connect.Change;
import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.Told;
import dev.kickoff.jobs.cli.operator.connect.WriteOptions;
import dev.kickoff.jobs.client.Orders;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kickoff override end}: an order is over before its end. */
@Command(
    name = "end",
    description = "Ends an order now; what it held is let go step by step.",
    footer = {
      "",
      "Examples:",
      "  kickoff override end o-7f3a",
      "  kickoff override end o-7f3a --reason \"agreed with Ada, the shoot-out is over\""
    })
final class OverrideEndCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "ID", description = "As `override list` shows it.")
  private String id = "";

  @Option(
      names = {"-r", "--reason"},
      paramLabel = "WHY",
      description = "Why; needed when somebody else gave the order.")
  private @Nullable String reason;

  @Mixin private WriteOptions write = new WriteOptions();
  @Mixin private Connection connection = new Connection();

  @Override
  public Integer call() {
    Orders orders = connection.client().orders();
    Optional<String> why = Optional.ofNullable(reason);
    return new Change(connection, write)
        .make(
            () -> orders.previewEnd(id, why),
            () -> orders.end(id, why),
            ended -> Told.ended(ended, connection.times()));
  }
}
