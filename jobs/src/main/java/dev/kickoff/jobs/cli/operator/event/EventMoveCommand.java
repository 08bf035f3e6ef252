package dev.kickoff.jobs.cli.operator.event;

import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.Reason;
import dev.kickoff.jobs.cli.operator.connect.WriteOptions;
import dev.kickoff.jobs.client.request.Move;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code kickoff event move}: another kick-off. */
@Command(
    name = "move",
    description = {
      "Moves an event; it stays as long as it was.",
      "What was planned for the old time is kept until `event confirm`."
    },
    footer = {
      "",
      "Examples:",
      "  kickoff event move final-2026 +15m --reason \"kick-off delayed, rain\"",
      "  kickoff event move final-2026 --earlier 15m --reason \"the schedule was wrong\"",
      "  kickoff event move final-2026 --to 2026-07-20T19:00:00Z --reason \"postponed by a day\""
    })
public final class EventMoveCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "UID", description = "As `event list` shows it.")
  private String uid = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "+MINUTES",
      converter = Minutes.class,
      description = "Later by so much: +15m, +1h.")
  private @Nullable Integer later;

  @Option(
      names = "--earlier",
      paramLabel = "MINUTES",
      converter = Minutes.class,
      description = "Earlier by so much: 15m.")
  private @Nullable Integer earlier;

  @Option(names = "--to", paramLabel = "TIME", description = "To this kick-off.")
  private @Nullable Instant start;

  @Mixin private Reason reason = new Reason();
  @Mixin private WriteOptions write = new WriteOptions();
  @Mixin private Connection connection = new Connection();

  @Override
  public Integer call() {
    Move move = move();
    return new Edit("moved", uid, (events, event, dry) -> events.move(event, move, dry))
        .make(connection, write);
  }

  private Move move() {
    if (later != null && earlier == null && start == null) {
      return Move.by(later, reason.text());
    } else if (later == null && earlier != null && start == null) {
      return Move.by(-earlier, reason.text());
    } else if (later == null && earlier == null && start != null) {
      return Move.to(start, reason.text());
    }
    throw new ParameterException(
        connection.command().commandLine(), "say one of +MINUTES, --earlier MINUTES, --to TIME");
  }
}
