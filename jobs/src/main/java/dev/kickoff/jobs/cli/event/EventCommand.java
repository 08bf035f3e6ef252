package dev.kickoff.jobs.cli.event;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kickoff event}: planned events, before the engine reads them. */
@Command(
    name = "event",
    description = "Looks at calendars of planned events.",
    subcommands = {EventDiffCommand.class, EventHolidaysCommand.class},
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example:", "  kickoff event diff calendar.ics calendar-new.ics"})
public final class EventCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
