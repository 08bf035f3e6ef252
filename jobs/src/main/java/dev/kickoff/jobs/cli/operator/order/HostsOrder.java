package dev.kickoff.jobs.cli.operator.order;

import dev.kickoff.jobs.cli.operator.connect.Change;
import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.Told;
import dev.kickoff.jobs.cli.operator.connect.WriteOptions;
import dev.kickoff.jobs.client.Orders;
import dev.kickoff.jobs.client.request.Order;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The parameters of an order about hosts. */
final class HostsOrder {
  @Parameters(index = "0", paramLabel = "GROUP", description = "The Auto Scaling group.")
  private String group = "";

  @Parameters(index = "1", paramLabel = "HOSTS", description = "How many, 1 to 100000.")
  private int hosts;

  Order of(Order.Kind kind, String reason, Order.Term term) {
    return new Order(Optional.of(group), kind, Optional.of(hosts), reason, term);
  }

  /** Gives an order and tells what holds then. */
  static int give(Connection connection, WriteOptions write, Order order) {
    Orders orders = connection.client().orders();
    return new Change(connection, write)
        .make(
            () -> orders.preview(order),
            () -> orders.give(order),
            given -> Told.ordered(given, connection.times()));
  }
}
