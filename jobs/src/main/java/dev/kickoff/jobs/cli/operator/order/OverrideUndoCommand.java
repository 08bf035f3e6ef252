package dev.kickoff.jobs.cli.operator.order;

import dev.kickoff.jobs.cli.operator.connect.Change;
import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.Plain;
import dev.kickoff.jobs.cli.operator.connect.Requests;
import dev.kickoff.jobs.cli.operator.connect.WriteOptions;
import dev.kickoff.jobs.client.Orders;
import dev.kickoff.jobs.client.document.Outcome;
import dev.kickoff.jobs.client.document.StandingOverride;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kickoff override undo}: as if an order, or its end, had not been given. */
@Command(
    name = "undo",
    description = {
      "Makes an order, or its end, as if it had not been given.",
      "For ten minutes by the wall clock; later: `override end`."
    },
    footer = {"", "Example:", "  kickoff override undo o-7f3a"})
final class OverrideUndoCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "ID", description = "As `override list` shows it.")
  private String id = "";

  @Mixin private WriteOptions write = new WriteOptions();
  @Mixin private Connection connection = new Connection();

  @Override
  public Integer call() {
    Orders orders = connection.client().orders();
    Change.Shown shown =
        new Change.Shown(
            () -> Requests.ask(() -> orders.get(id).json()),
            json ->
                "would be undone: "
                    + Plain.text(StandingOverride.of(json).what().inWords())
                    + "\n");
    return new Change(connection, write)
        .make(
            shown,
            () -> {
              StandingOverride undone = orders.undo(id);
              return Outcome.done(undone, undone.json());
            },
            undone ->
                "undone: "
                    + Plain.text(undone.what().inWords())
                    + ", which is "
                    + Plain.text(undone.state())
                    + " now");
  }
}
