package dev.kickoff.jobs.cli.operator.review;

import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.WriteOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kickoff approve accept}: an answer to what waits. */
@Command(
    name = "accept",
    description = "Approves what waits; the digest it had when it was shown is sent along.",
    footer = {"", "Example:", "  kickoff approve accept r-12 --comment \"seen with Ada\""})
final class ReviewAcceptCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "ID", description = "As `approve list` shows it.")
  private String id = "";

  @Mixin private AnswerOptions answer = new AnswerOptions();
  @Mixin private WriteOptions write = new WriteOptions();
  @Mixin private Connection connection = new Connection();

  @Override
  public Integer call() {
    return new Answering(connection, write).accept(id, answer);
  }
}
