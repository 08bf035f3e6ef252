package dev.kickoff.jobs.cli.operator.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.cli.operator.connect.Change;
import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.Plain;
import dev.kickoff.jobs.cli.operator.connect.Requests;
import dev.kickoff.jobs.cli.operator.connect.WriteOptions;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.client.Events;
import dev.kickoff.jobs.client.document.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kickoff event import}: a calendar file is taken over. */
@Command(
    name = "import",
    description = {
      "Reads a calendar into the engine.",
      "Says what it adds (+), changes (~), calls off (x) and deletes (-); --dry-run says it only."
    },
    footer = {
      "",
      "Examples:",
      "  kickoff event import calendar.ics --dry-run",
      "  kickoff event import calendar.csv --yes"
    })
public final class EventImportCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FILE", description = "A calendar: .ics or CSV.")
  private Path file = Path.of("");

  @Mixin private WriteOptions write = new WriteOptions();
  @Mixin private Connection connection = new Connection();

  @Override
  public Integer call() {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String mediaType = name.endsWith(".csv") ? "text/csv" : "text/calendar";
    String calendar = read();
    Events events = connection.client().events();
    Change.Shown shown =
        new Change.Shown(
            () -> Requests.ask(() -> events.importCalendar(mediaType, calendar, true)),
            json -> lines(json));
    return new Change(connection, write)
        .make(
            shown,
            () -> {
              JsonNode done = events.importCalendar(mediaType, calendar, false);
              return Outcome.done(done, done);
            },
            json -> lines(json) + "taken over from " + file);
  }

  private String read() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ExitException(ExitCode.USAGE, "kickoff: " + file + " cannot be read: " + e);
    }
  }

  private static String lines(JsonNode json) {
    StringBuilder text = new StringBuilder();
    lines(text, '+', json.path("added"));
    lines(text, '~', json.path("changed"));
    lines(text, 'x', json.path("cancelled"));
    lines(text, '-', json.path("deleted"));
    text.append(json.path("added").size()).append(" added, ");
    text.append(json.path("changed").size()).append(" changed, ");
    text.append(json.path("cancelled").size()).append(" called off, ");
    text.append(json.path("deleted").size()).append(" deleted\n");
    JsonNode suspicious = json.path("suspicious");
    return suspicious.isTextual()
        ? text + "suspicious: " + Plain.text(suspicious.asText()) + "\n"
        : text.toString();
  }

  private static void lines(StringBuilder text, char sign, JsonNode events) {
    for (JsonNode event : events) {
      text.append(sign).append(' ').append(Plain.of(event.path("start"))).append("  ");
      text.append(Plain.of(event.path("title"))).append("  [");
      text.append(Plain.of(event.path("uid"))).append("]\n");
    }
  }
}
