package dev.kickoff.jobs.cli.operator.event;

import dev.kickoff.jobs.cli.operator.connect.Change;
import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.Requests;
import dev.kickoff.jobs.cli.operator.connect.WriteOptions;
import dev.kickoff.jobs.client.Events;
import dev.kickoff.jobs.client.document.Event;
import dev.kickoff.jobs.client.document.Outcome;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kickoff event confirm}: the old plan is let go. */
@Command(
    name = "confirm",
    description = {
      "Lets go of what was kept from before the last change of an event.",
      "The floor then follows the new plan, downwards step by step."
    },
    footer = {"", "Example:", "  kickoff event confirm final-2026"})
public final class EventConfirmCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "UID", description = "As `event list` shows it.")
  private String uid = "";

  @Mixin private WriteOptions write = new WriteOptions();
  @Mixin private Connection connection = new Connection();

  @Override
  public Integer call() {
    Events events = connection.client().events();
    Change.Shown shown =
        new Change.Shown(
            () -> Requests.ask(() -> events.get(uid).json()),
            json -> EventText.preview(json, connection.times()));
    return new Change(connection, write)
        .make(
            shown,
            () -> {
              Event event = events.confirm(uid);
              return Outcome.done(event, event.json());
            },
            event ->
                "confirmed: "
                    + EventText.line(event, connection.times())
                    + "\n"
                    + "the old plan is let go; to hold hosts all the same: kickoff override"
                    + " floor");
  }
}
