package dev.kickoff.jobs.cli.event;

import dev.kickoff.jobs.cli.operator.event.EventAddCommand;
import dev.kickoff.jobs.cli.operator.event.EventCancelCommand;
import dev.kickoff.jobs.cli.operator.event.EventConfirmCommand;
import dev.kickoff.jobs.cli.operator.event.EventExtendCommand;
import dev.kickoff.jobs.cli.operator.event.EventImportCommand;
import dev.kickoff.jobs.cli.operator.event.EventListCommand;
import dev.kickoff.jobs.cli.operator.event.EventMoveCommand;
import dev.kickoff.jobs.cli.operator.event.EventShowCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kickoff event}: planned events, in files and in the engine. */
@Command(
    name = "event",
    description = "Lists, adds, moves and calls off planned events; looks at calendars in files.",
    subcommands = {
      EventListCommand.class,
      EventShowCommand.class,
      EventAddCommand.class,
      EventMoveCommand.class,
      EventExtendCommand.class,
      EventCancelCommand.class,
      EventConfirmCommand.class,
      EventImportCommand.class,
      EventDiffCommand.class,
      EventHolidaysCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example:", "  kickoff event diff calendar.ics calendar-new.ics"})
public final class EventCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
