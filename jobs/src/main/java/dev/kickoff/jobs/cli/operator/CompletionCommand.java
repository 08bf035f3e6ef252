package dev.kickoff.jobs.cli.operator;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kickoff completion}: what a shell needs to complete commands and options. */
@Command(
    name = "completion",
    description = "Prints a script that completes kickoff's commands and options in a shell.",
    footer = {
      "",
      "Examples:",
      "  source <(kickoff completion bash)",
      "  kickoff completion zsh > ~/.kickoff-completion && source ~/.kickoff-completion"
    })
public final class CompletionCommand implements Runnable {
  /** The shells. */
  enum Shell {
    BASH,
    ZSH
  }

  private static final String ZSH =
      "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n";

  @Parameters(index = "0", paramLabel = "SHELL", description = "bash or zsh.")
  private Shell shell = Shell.BASH;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(shell == Shell.ZSH ? ZSH : "");
    out.print(AutoComplete.bash("kickoff", spec.root().commandLine()));
    out.flush();
  }
}
