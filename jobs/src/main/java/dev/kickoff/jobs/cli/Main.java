package dev.kickoff.jobs.cli;

import dev.kickoff.jobs.cli.check.CheckCommand;
import dev.kickoff.jobs.cli.event.EventCommand;
import dev.kickoff.jobs.cli.lab.CalibrateCommand;
import dev.kickoff.jobs.cli.lab.CompareCommand;
import dev.kickoff.jobs.cli.lab.ProfileCommand;
import dev.kickoff.jobs.cli.lab.ShapeCommand;
import dev.kickoff.jobs.cli.lab.SimulateCommand;
import dev.kickoff.jobs.cli.lab.TuneCommand;
import dev.kickoff.jobs.cli.offline.BacktestCommand;
import dev.kickoff.jobs.cli.offline.EvaluateCommand;
import dev.kickoff.jobs.cli.offline.ForecastCommand;
import dev.kickoff.jobs.cli.offline.LongRangeCommand;
import dev.kickoff.jobs.cli.operator.CompletionCommand;
import dev.kickoff.jobs.cli.operator.ExplainCommand;
import dev.kickoff.jobs.cli.operator.FreezeCommand;
import dev.kickoff.jobs.cli.operator.ResumeCommand;
import dev.kickoff.jobs.cli.operator.ScorecardCommand;
import dev.kickoff.jobs.cli.operator.StatusCommand;
import dev.kickoff.jobs.cli.operator.VersionCommand;
import dev.kickoff.jobs.cli.operator.WhatIfCommand;
import dev.kickoff.jobs.cli.operator.mode.ModeCommand;
import dev.kickoff.jobs.cli.operator.order.OverrideCommand;
import dev.kickoff.jobs.cli.operator.review.ApproveCommand;
import dev.kickoff.jobs.cli.program.ApiCommand;
import dev.kickoff.jobs.cli.program.CollectCommand;
import dev.kickoff.jobs.cli.program.ControllerCommand;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/** The entry point of all programs: {@code kickoff COMMAND}. */
public final class Main {
  private Main() {}

  /** Every command, in the order in which the help shows them. */
  private static List<Object> commands() {
    return List.of(
        new UpCommand(),
        new ForecastCommand(),
        new BacktestCommand(),
        new EvaluateCommand(),
        new LongRangeCommand(),
        new ReplayCommand(),
        new ProveCommand(),
        new ProfileCommand(),
        new CalibrateCommand(),
        new ShapeCommand(),
        new SimulateCommand(),
        new TuneCommand(),
        new CompareCommand(),
        new ControllerCommand(),
        new ApiCommand(),
        new CheckCommand(),
        new StatusCommand(),
        new ExplainCommand(),
        new OverrideCommand(),
        new FreezeCommand(),
        new ResumeCommand(),
        new EventCommand(),
        new ApproveCommand(),
        new WhatIfCommand(),
        new ModeCommand(),
        new ScorecardCommand(),
        new AuditCommand(),
        new CollectCommand(),
        new CompletionCommand(),
        new VersionCommand());
  }

  public static void main(String[] args) {
    // Kafka and Flink leave threads behind that are no daemons, so the process ends here.
    System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args));
  }

  /** Runs one command and returns its exit code. */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return commandLine().setOut(out).setErr(err).execute(args);
  }

  private static CommandLine commandLine() {
    return commandLine(commands());
  }

  /** The command line with these commands, each an object that picocli understands. */
  static CommandLine commandLine(List<Object> commands) {
    CommandLine kickoff = new CommandLine(new KickoffCommand());
    commands.forEach(kickoff::addSubcommand);
    Failures failures = new Failures();
    kickoff.setCaseInsensitiveEnumValuesAllowed(true);
    kickoff.setParameterExceptionHandler(failures);
    kickoff.setExecutionExceptionHandler(failures);
    kickoff.setUsageHelpAutoWidth(true);
    kickoff.setUsageHelpLongOptionsMaxWidth(28);
    if (System.getenv("NO_COLOR") != null) {
      kickoff.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }
    Converters.register(kickoff);
    return kickoff;
  }
}
