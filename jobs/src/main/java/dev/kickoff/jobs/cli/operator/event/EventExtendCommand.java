package dev.kickoff.jobs.cli.operator.event;

import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.Reason;
import dev.kickoff.jobs.cli.operator.connect.WriteOptions;
import dev.kickoff.jobs.client.request.Move;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code kickoff event extend}: a later end. */
@Command(
    name = "extend",
    description = "Lets an event end later, such as for extra time, or earlier.",
    footer = {
      "",
      "Examples:",
      "  kickoff event extend final-2026 +30m --reason \"extra time\"",
      "  kickoff event extend final-2026 --shorter 30m --reason \"no extra time after all\""
    })
public final class EventExtendCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "UID", description = "As `event list` shows it.")
  private String uid = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "+MINUTES",
      converter = Minutes.class,
      description = "Longer by so much: +30m.")
  private @Nullable Integer longer;

  @Option(
      names = "--shorter",
      paramLabel = "MINUTES",
      converter = Minutes.class,
      description = "Shorter by so much: 30m.")
  private @Nullable Integer shorter;

  @Mixin private Reason reason = new Reason();
  @Mixin private WriteOptions write = new WriteOptions();
  @Mixin private Connection connection = new Connection();

  @Override
  public Integer call() {
    Move move = Move.extending(minutes(), reason.text());
    return new Edit("extended", uid, (events, event, dry) -> events.move(event, move, dry))
        .make(connection, write);
  }

  private int minutes() {
    if (longer != null && shorter == null) {
      return longer;
    } else if (longer == null && shorter != null) {
      return -shorter;
    }
    throw new ParameterException(
        connection.command().commandLine(), "say one of +MINUTES, --shorter MINUTES");
  }
}
