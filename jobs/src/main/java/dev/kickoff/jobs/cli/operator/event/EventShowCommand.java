package dev.kickoff.jobs.cli.operator.event;

import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.Requests;
import dev.kickoff.jobs.client.document.Event;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kickoff event show}: one event, its phases, and how ready the fleet is. */
@Command(
    name = "show",
    description = "Shows one event: phases, readiness, and what is kept of its old plan.",
    footer = {"", "Example:", "  kickoff event show final-2026"})
public final class EventShowCommand implements Runnable {
  @Parameters(index = "0", paramLabel = "UID", description = "As `event list` shows it.")
  private String uid = "";

  @Mixin private Connection connection = new Connection();

  @Override
  public void run() {
    Event event = Requests.ask(() -> connection.client().events().get(uid));
    connection
        .out()
        .println(
            connection.isJson()
                ? event.json().toString()
                : EventText.whole(event, connection.times()));
  }
}
