package dev.kickoff.jobs.cli.operator.review;

import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.WriteOptions;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kickoff approve}: what waits for a person. */
@Command(
    name = "approve",
    description = {
      "Answers what waits for a person: `approve ID` approves.",
      "Never what the same person asked for, and only what it was when it was shown."
    },
    subcommands = {
      ReviewListCommand.class,
      ReviewShowCommand.class,
      ReviewAcceptCommand.class,
      ReviewRejectCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  kickoff approve list",
      "  kickoff approve r-12 --comment \"the final is tonight\""
    })
public final class ApproveCommand implements Callable<Integer> {
  @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "What is approved.")
  private @Nullable String id;

  @Option(
      names = {"-c", "--comment"},
      paramLabel = "WHY",
      description = "Why, 3 to 500 characters.")
  private @Nullable String comment;

  @Mixin private WriteOptions write = new WriteOptions();
  @Mixin private Connection connection = new Connection();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (id == null) {
      throw new ParameterException(spec.commandLine(), "name an ID, or list, show, accept, reject");
    }
    if (comment == null) {
      throw new ParameterException(spec.commandLine(), "Missing required option: '--comment=WHY'");
    }
    return new Answering(connection, write).accept(id, new AnswerOptions(comment));
  }
}
