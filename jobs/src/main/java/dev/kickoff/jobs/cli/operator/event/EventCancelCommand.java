package dev.kickoff.jobs.cli.operator.event;

import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.WriteOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kickoff event cancel}: an event is called off. */
@Command(
    name = "cancel",
    description = "Calls an event off. What was planned for it is kept until `event confirm`.",
    footer = {"", "Example:", "  kickoff event cancel final-2026"})
public final class EventCancelCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "UID", description = "As `event list` shows it.")
  private String uid = "";

  @Mixin private WriteOptions write = new WriteOptions();
  @Mixin private Connection connection = new Connection();

  @Override
  public Integer call() {
    return new Edit("called off", uid, (events, event, dry) -> events.cancel(event, dry))
        .make(connection, write);
  }
}
