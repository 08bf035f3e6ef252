package dev.kickoff.jobs.cli.operator.event;

import dev.kickoff.jobs.cli.operator.connect.Change;
import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.Plain;
import dev.kickoff.jobs.cli.operator.connect.Requests;
import dev.kickoff.jobs.cli.operator.connect.WriteOptions;
import dev.kickoff.jobs.client.Events;
import dev.kickoff.jobs.client.document.Event;
import dev.kickoff.jobs.client.request.EventDraft;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kickoff event add}: a further event. */
@Command(
    name = "add",
    description = {
      "Adds an event.",
      "One that looks like a slip of the hand, such as ten times the viewers of any before, waits",
      "for approval (exit code 3)."
    },
    footer = {
      "",
      "Example:",
      "  kickoff event add --title \"Final\" --category match --start 2026-07-19T19:00:00Z \\",
      "    --end 2026-07-19T21:00:00Z --attribute viewers=18000000"
    })
public final class EventAddCommand implements Callable<Integer> {
  @Option(names = "--title", required = true, paramLabel = "TITLE", description = "Its title.")
  private String title = "";

  @Option(
      names = "--category",
      required = true,
      paramLabel = "CATEGORY",
      description = "Such as match; events of one category are compared.")
  private String category = "";

  @Option(names = "--start", required = true, paramLabel = "TIME", description = "The kick-off.")
  private Instant start = Instant.EPOCH;

  @Option(names = "--end", required = true, paramLabel = "TIME", description = "Its end.")
  private Instant end = Instant.EPOCH;

  @Option(names = "--uid", paramLabel = "UID", description = "Its identity (default: made).")
  private @Nullable String uid;

  @Option(
      names = "--attribute",
      paramLabel = "NAME=VALUE",
      description = "What else is known of it; may be repeated.")
  private Map<String, String> attributes = Map.of();

  @Mixin private WriteOptions write = new WriteOptions();
  @Mixin private Connection connection = new Connection();

  @Override
  public Integer call() {
    EventDraft draft =
        new EventDraft(Optional.ofNullable(uid), title, category, start, end, attributes);
    Events events = connection.client().events();
    Change.Shown shown =
        new Change.Shown(
            () -> Requests.ask(() -> events.previewAdd(draft)),
            json -> EventText.preview(json, connection.times()));
    return new Change(connection, write).make(shown, () -> events.add(draft), this::told);
  }

  private String told(Event event) {
    return "added: "
        + EventText.line(event, connection.times())
        + "\ntake it back: kickoff event cancel '"
        + Plain.text(event.uid())
        + "'";
  }
}
