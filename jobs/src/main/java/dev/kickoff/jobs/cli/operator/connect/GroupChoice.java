package dev.kickoff.jobs.cli.operator.connect;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One group, or all of them: one of the two must be said. */
public final class GroupChoice {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "GROUP",
      description = "The Auto Scaling group.")
  private @Nullable String group;

  @Option(names = "--all", description = "Every group.")
  private boolean all;

  /**
   * The group; empty for all.
   *
   * @throws ParameterException when neither or both were said
   */
  public Optional<String> group() {
    if ((group == null) != all) {
      throw new ParameterException(command.commandLine(), "name one GROUP, or --all");
    }
    return Optional.ofNullable(group);
  }
}
