package dev.kickoff.jobs.cli;

import dev.kickoff.connectors.InputException;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.model.fleet.FleetException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what a command throws into an exit code, and into lines that a person can act on. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("kickoff: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    err.flush();
    return ExitCode.USAGE.number();
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (KickoffCommand.isVerbose(command)) {
      e.printStackTrace(err);
    }
    ExitCode code = code(e);
    if (code == ExitCode.INTERNAL && !(e instanceof ExitException)) {
      err.println("kickoff: internal error: " + e + " (--verbose shows where)");
    } else {
      err.println(e.getMessage());
    }
    err.flush();
    return code.number();
  }

  private static ExitCode code(Exception e) {
    if (e instanceof ExitException exit) {
      return exit.code();
    }
    if (e instanceof InputException) {
      return ExitCode.USAGE;
    }
    if (e instanceof FleetException fleet) {
      return fleet.kind() == FleetException.Kind.MISCONFIGURED
          ? ExitCode.USAGE
          : ExitCode.OUTSIDE_FAILED;
    }
    return ExitCode.INTERNAL;
  }
}
