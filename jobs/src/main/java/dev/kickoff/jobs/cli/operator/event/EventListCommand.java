package dev.kickoff.jobs.cli.operator.event;

import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.Requests;
import dev.kickoff.jobs.cli.operator.connect.Table;
import dev.kickoff.jobs.client.Pages.Page;
import dev.kickoff.jobs.client.document.Event;
import dev.kickoff.jobs.client.request.Filter;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kickoff event list}: the events that the engine knows. */
@Command(
    name = "list",
    description = "Lists the events that the engine knows, with countdown and readiness.",
    footer = {"", "Example:", "  kickoff event list --to 2026-06-12T00:00:00Z"})
public final class EventListCommand implements Runnable {
  @Option(names = "--from", paramLabel = "TIME", description = "That end after, in engine time.")
  private @Nullable Instant from;

  @Option(names = "--to", paramLabel = "TIME", description = "That start before.")
  private @Nullable Instant to;

  @Mixin private Connection connection = new Connection();

  @Override
  public void run() {
    Filter span =
        Filter.none().with("from", Optional.ofNullable(from)).with("to", Optional.ofNullable(to));
    Page<Event> page = Requests.ask(() -> connection.client().events().list(span).first());
    connection.out().println(connection.isJson() ? page.json().toString() : text(page));
  }

  private String text(Page<Event> page) {
    Table table = new Table("KICK-OFF", "STARTS", "ENDS", "READY", "CATEGORY", "TITLE", "UID");
    for (Event event : page.items()) {
      table.row(
          connection.times().both(event.says().start()),
          event.cancelled() ? "called off" : EventText.countdown(event),
          connection.times().both(event.says().end()),
          EventText.ready(event),
          event.says().category(),
          event.says().title(),
          event.uid());
    }
    return table.isEmpty() ? "no events" : table.text().stripTrailing();
  }
}
